import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import { twoSidedZ } from "./normal.ts";

/**
 * Ratio of two rates (s1/n1) ÷ (s2/n2) with Katz' log interval. Where that has no width or no centre (s1 = 0, or every trial of both a
 * success) half a case is moved for the interval only, so that 0 of 100 against 50 of 100 can still be told from chance. A base rate of 0
 * has no ratio.
 */
export function katzRatio(s1: number, n1: number, s2: number, n2: number, level = 0.95): Estimate {
  if (!(n1 > 0 && n2 > 0)) return notEstimated("no_rows");
  if (!(s2 > 0)) return notEstimated("base_rate_zero");
  const ratio = s1 / n1 / (s2 / n2);
  const degenerate = s1 === 0 || (s1 === n1 && s2 === n2);
  const a = degenerate ? inside(s1, n1) : s1;
  const b = degenerate ? inside(s2, n2) : s2;
  const centre = Math.log(a / n1 / (b / n2));
  const half = twoSidedZ(level) * Math.sqrt(1 / a - 1 / n1 + 1 / b - 1 / n2);
  return estimated(ratio, {
    low: s1 === 0 ? 0 : Math.min(ratio, Math.exp(centre - half)),
    high: Math.max(ratio, Math.exp(centre + half)),
  });
}

const inside = (successes: number, trials: number): number => Math.min(Math.max(successes, 0.5), trials - 0.5);
