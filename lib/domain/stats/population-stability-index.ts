import { type Measure, measured, notDefined } from "./measure.ts";
import { pairedShares, sumOverBins } from "./paired-shares.ts";

/**
 * PSI = Σ (P − Q)·ln(P / Q) over aligned bins; symmetric, 0 or more. Shares below `floor` (the empty ones above all) are raised to it and
 * the rest is not renormalised: with an empty bin the value depends on the floor, so show it.
 */
export function populationStabilityIndex(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  { floor = 1e-4 }: { floor?: number } = {},
): Measure {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return notDefined(shares.reason);
  return measured(
    sumOverBins(shares.reference, shares.current, (share, other) => {
      // a bin that is empty on both sides is no difference, even without a floor
      const [p, q] = [Math.max(share, floor), Math.max(other, floor)];
      return p === q ? 0 : (p - q) * Math.log(p / q);
    }),
  );
}
