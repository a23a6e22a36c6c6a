import { at } from "./at.ts";

/** Makes the median absolute deviation of normal data equal to its standard deviation. */
export const MAD_TO_DEVIATION = 1.482602218505602;

/** Median and median absolute deviation (not scaled); both null of no values. */
export function medianAndMad(values: ArrayLike<number>): { median: number; mad: number } | { median: null; mad: null } {
  const middle = median(values);
  if (middle === null) return { median: null, mad: null };
  const mad = median(Float64Array.from(values, (value) => Math.abs(value - middle)));
  return { median: middle, mad: mad ?? 0 };
}

/** The middle value, or the mean of the two middle ones; null of no values. */
export function median(values: ArrayLike<number>): number | null {
  const n = values.length;
  if (n === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return (at(sorted, (n - 1) >> 1) + at(sorted, n >> 1)) / 2;
}
