import { at } from "./at.ts";
import { type Measure, measured, notDefined } from "./measure.ts";
import { pairedShares } from "./paired-shares.ts";

/** max|P − Q| over aligned bins, 0..1. */
export function lInfinity(reference: ArrayLike<number>, current: ArrayLike<number>): Measure {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return notDefined(shares.reason);
  const { current: q } = shares;
  return measured(shares.reference.reduce((largest, share, i) => Math.max(largest, Math.abs(share - at(q, i))), 0));
}
