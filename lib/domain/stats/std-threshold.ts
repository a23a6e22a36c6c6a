import { at } from "./at.ts";
import { meanAndDeviation } from "./mean-and-deviation.ts";
import type { UndefinedReason } from "./measure.ts";
import { median } from "./median-mad.ts";
import { sum } from "./sum.ts";

export type Limits = { lower: number; upper: number; reason?: undefined } | { lower: null; upper: null; reason: UndefinedReason };

export const MINIMUM_REFERENCE_WINDOWS = 6;

export type DeviationOptions = {
  lowerMultiplier?: number;
  upperMultiplier?: number;
  offset?: "mean" | "median" | "min";
  deviation?: "population" | "sample";
};

/** offset − lower·σ and offset + upper·σ of the values; with one value and the sample deviation, or with none, there is no σ. */
export function standardDeviationLimits(
  values: ArrayLike<number>,
  { lowerMultiplier = 3, upperMultiplier = 3, offset = "mean", deviation = "population" }: DeviationOptions = {},
): Limits {
  const spread = meanAndDeviation(values, deviation).deviation;
  if (spread === null) return { lower: null, upper: null, reason: "too_few_rows" };
  const from = centre(values, offset);
  return { lower: from - lowerMultiplier * spread, upper: from + upperMultiplier * spread };
}

/**
 * Limits of a metric from the reference's own windows: mean ± 3 population standard deviations, clipped to the metric's range. Windows in
 * which the metric is not defined (null) are left out; with fewer than six left there are no limits (`reference_windows`).
 */
export function referenceLimits(
  windows: readonly (number | null)[],
  range: { min?: number; max?: number } = {},
  { multiplier = 3, minimumWindows = MINIMUM_REFERENCE_WINDOWS }: { multiplier?: number; minimumWindows?: number } = {},
): Limits {
  const values = windows.filter((value) => value !== null);
  if (values.length < minimumWindows) return { lower: null, upper: null, reason: "reference_windows" };
  const limits = standardDeviationLimits(values, { lowerMultiplier: multiplier, upperMultiplier: multiplier });
  if (limits.lower === null) return limits;
  const clip = (value: number): number =>
    Math.min(range.max ?? Number.POSITIVE_INFINITY, Math.max(range.min ?? Number.NEGATIVE_INFINITY, value));
  return { lower: clip(limits.lower), upper: clip(limits.upper) };
}

/** mean ± factor·√mean: the band of a count of which there is only one value. */
export const poissonBand = (mean: number, factor = 3): { lower: number; upper: number } => ({
  lower: mean - factor * Math.sqrt(mean),
  upper: mean + factor * Math.sqrt(mean),
});

function centre(values: ArrayLike<number>, offset: "mean" | "median" | "min"): number {
  if (offset === "median") return median(values) ?? 0;
  if (offset === "mean") return sum(values) / values.length;
  let smallest = at(values, 0);
  for (let i = 1; i < values.length; i++) smallest = Math.min(smallest, at(values, i));
  return smallest;
}
