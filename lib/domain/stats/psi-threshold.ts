import { chiSquareQuantile } from "./chi-square.ts";
import type { UndefinedReason } from "./measure.ts";

/**
 * practical: what a person would call a change, whatever the sample size. sampling: what two samples of one distribution exceed by chance
 * only 1 − confidence of the time. threshold: the larger one; PSI at or above it is drift.
 */
export type DriftThreshold =
  | { practical: number; sampling: number; threshold: number; reason?: undefined }
  | { practical: number; sampling: null; threshold: null; reason: UndefinedReason };

/**
 * Limit of PSI that knows both sample sizes: max(0.2, χ²₀.₉₉,B−1 · (1/nRef + 1/nCur)) (Yurdakul 2018, for two samples). Show both parts.
 * With fewer than two bins nothing can differ, so the sampling part is 0; with no rows on a side there is no limit.
 */
export function driftThreshold(
  bins: number,
  nReference: number,
  nCurrent: number,
  { practical = 0.2, confidence = 0.99 }: { practical?: number; confidence?: number } = {},
): DriftThreshold {
  if (!(nReference > 0)) return { practical, sampling: null, threshold: null, reason: "no_reference_rows" };
  if (!(nCurrent > 0)) return { practical, sampling: null, threshold: null, reason: "no_current_rows" };
  const sampling = bins < 2 ? 0 : chiSquareQuantile(confidence, bins - 1) * (1 / nReference + 1 / nCurrent);
  return { practical, sampling, threshold: Math.max(practical, sampling) };
}
