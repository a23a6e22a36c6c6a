import type { Interval } from "./estimate.ts";
import { twoSidedZ } from "./normal.ts";

/** Wilson's score interval of a rate. Stays within 0..1 and has a width at 0 and n successes too. Null without trials. */
export function wilson(successes: number, trials: number, level = 0.95): Interval | null {
  if (!(trials > 0)) return null;
  const z = twoSidedZ(level);
  const rate = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (rate + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials));
  return { low: Math.max(0, Math.min(rate, centre - half)), high: Math.min(1, Math.max(rate, centre + half)) };
}
