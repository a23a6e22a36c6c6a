import { type Measure, measured, notDefined } from "./measure.ts";
import { pairedShares, sumOverBins } from "./paired-shares.ts";

/** ½ Σ|P − Q| over aligned bins: the share of rows that would have to change their bin, 0..1. */
export function totalVariation(reference: ArrayLike<number>, current: ArrayLike<number>): Measure {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return notDefined(shares.reason);
  return measured(sumOverBins(shares.reference, shares.current, (p, q) => Math.abs(p - q)) / 2);
}
