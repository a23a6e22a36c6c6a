import { findRoot } from "./find-root.ts";

/** P(K > x) of the limit distribution of √n·D (Kolmogorov). */
export function kolmogorovSf(x: number): number {
  if (x <= 0) return 1;
  if (x < 1) {
    // the other series of the same theta function converges where the alternating one does not
    const q = Math.exp((-Math.PI * Math.PI) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * (q + q ** 9 + q ** 25);
  }
  let total = 0;
  for (let k = 5; k >= 1; k--) total += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return total;
}

/** The x with P(K ≤ x) = p. */
export const kolmogorovQuantile = (p: number): number => findRoot((x) => 1 - p - kolmogorovSf(x), 0, 20);
