import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import { wilson } from "./wilson.ts";

/** Difference of two rates s1/n1 − s2/n2 with Newcombe's hybrid score interval (his method 10). */
export function newcombeDifference(s1: number, n1: number, s2: number, n2: number, level = 0.95): Estimate {
  const [first, second] = [wilson(s1, n1, level), wilson(s2, n2, level)];
  if (first === null || second === null) return notEstimated("no_rows");
  const [p1, p2] = [s1 / n1, s2 / n2];
  return estimated(p1 - p2, {
    low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
    high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
  });
}
