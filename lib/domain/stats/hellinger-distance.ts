import { type Measure, measured, notDefined } from "./measure.ts";
import { pairedShares, sumOverBins } from "./paired-shares.ts";

/** √(½ Σ(√P − √Q)²) over aligned bins, 0..1. */
export function hellingerDistance(reference: ArrayLike<number>, current: ArrayLike<number>): Measure {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return notDefined(shares.reason);
  return measured(Math.sqrt(sumOverBins(shares.reference, shares.current, (p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2) / 2));
}
