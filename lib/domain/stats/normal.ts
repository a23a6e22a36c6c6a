import { incompleteGamma } from "./incomplete-gamma.ts";

/** P(Z > x) of the standard normal distribution; keeps its digits far in the upper tail. */
export function normalSf(x: number): number {
  if (x < 0) return 1 - normalSf(-x);
  return 0.5 * incompleteGamma(0.5, (x * x) / 2).upper;
}

/** P(Z ≤ x) of the standard normal distribution; keeps its digits far in the lower tail. */
export const normalCdf = (x: number): number => normalSf(-x);

/** The x with P(Z ≤ x) = p, 0 < p < 1. For an upper tail below 1e-10 ask for the lower one and turn the sign: 1 − p has no digits left. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  // Abramowitz and Stegun 26.2.23, good to 4.5e-4, then Halley steps
  const t = Math.sqrt(-2 * Math.log(p));
  let x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (let step = 0; step < 4; step++) {
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const newton = (normalCdf(x) - p) / density;
    x -= newton / (1 + (x * newton) / 2);
  }
  return x;
}

/** Half-width in standard errors of a two-sided interval: 1.96 for .95. */
export const twoSidedZ = (level: number): number => -normalQuantile((1 - level) / 2);
