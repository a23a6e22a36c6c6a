import { type Measure, measured, notDefined } from "./measure.ts";
import { pairedShares, sumOverBins } from "./paired-shares.ts";

/**
 * Jensen–Shannon distance: the root of ½KL(P‖M) + ½KL(Q‖M), M = (P + Q) / 2. With base 2 (default) 0..1; with "nat" 0..√ln 2. It needs no
 * floor. Other tools print the divergence, or the other base, under the same name.
 */
export function jensenShannonDistance(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  { base = 2 }: { base?: 2 | "nat" } = {},
): Measure {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return notDefined(shares.reason);
  const divergence = sumOverBins(shares.reference, shares.current, (p, q) => half(p, q) + half(q, p)) / 2;
  // rounding may leave −1e-17 for equal distributions
  return measured(Math.sqrt(Math.max(0, base === 2 ? divergence / Math.LN2 : divergence)));
}

const half = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log((2 * p) / (p + q)));
