import { findRoot } from "./find-root.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";

/** P(X > x) of the χ² distribution. */
export const chiSquareSf = (x: number, degreesOfFreedom: number): number => incompleteGamma(degreesOfFreedom / 2, x / 2).upper;

/** The x with P(X ≤ x) = p, 0 ≤ p < 1. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  // the smaller tail keeps its digits
  const excess =
    p > 0.5
      ? (x: number) => 1 - p - chiSquareSf(x, degreesOfFreedom)
      : (x: number) => incompleteGamma(degreesOfFreedom / 2, x / 2).lower - p;
  let high = degreesOfFreedom + 4 * Math.sqrt(2 * degreesOfFreedom);
  while (excess(high) < 0) high *= 2;
  return findRoot(excess, 0, high);
}
