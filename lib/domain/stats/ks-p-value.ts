import { kolmogorovQuantile } from "./kolmogorov.ts";
import { oneSampleKsSf } from "./one-sample-ks.ts";

/** Sizes enter the limit distribution only through this. */
const effectiveSize = (n1: number, n2: number): number => (n1 * n2) / (n1 + n2);

/**
 * Exact two-sided P(D ≥ d) of two samples without ties: the share of all orderings whose lattice path leaves the band. Costs n1 · n2 steps,
 * so use it up to some ten million.
 */
export function ksPValueExact(d: number, n1: number, n2: number): number {
  if (d <= 0) return 1;
  // D takes multiples of 1/(n1·n2) only; half a step below `d` absorbs its rounding
  const limit = (Math.floor(d * n1 * n2 - 1e-7) + 0.5) / (n1 * n2);
  const left = new Float64Array(n2 + 1);
  const outside = (i: number, j: number): boolean => Math.abs(i / n1 - j / n2) > limit;
  for (let i = 0; i <= n1; i++) {
    let below = 0;
    for (let j = 0; j <= n2; j++) {
      const before = left[j] ?? 0;
      if (outside(i, j)) below = 1;
      else if (i + j === 0) below = 0;
      else below = (i * before + j * below) / (i + j);
      left[j] = below;
    }
  }
  return left[n2] ?? 0;
}

/** P(D ≥ d) by the one-sample distribution at the effective size n1·n2/(n1+n2), rounded (SciPy's "asymp"); for small samples too low. */
export const ksPValueAsymptotic = (d: number, n1: number, n2: number): number => oneSampleKsSf(d, Math.round(effectiveSize(n1, n2)));

/** The D above which two samples of these sizes differ at significance `alpha`: K(1 − α)·√(1/n1 + 1/n2). */
export const ksCriticalValue = (n1: number, n2: number, alpha = 0.05): number =>
  Math.min(1, kolmogorovQuantile(1 - alpha) / Math.sqrt(effectiveSize(n1, n2)));
