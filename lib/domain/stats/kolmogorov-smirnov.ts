import { at } from "./at.ts";
import { type Measure, measured, notDefined } from "./measure.ts";
import { pairedShares } from "./paired-shares.ts";

/** KS distance D = sup|F_ref − F_cur| of two samples, each sorted ascending. */
export function kolmogorovSmirnov(referenceSorted: ArrayLike<number>, currentSorted: ArrayLike<number>): Measure {
  const [nReference, nCurrent] = [referenceSorted.length, currentSorted.length];
  if (nReference === 0) return notDefined("no_reference_rows");
  if (nCurrent === 0) return notDefined("no_current_rows");
  let [i, j, largest] = [0, 0, 0];
  while (i < nReference && j < nCurrent) {
    // the distributions are compared only after all copies of a value
    const value = Math.min(at(referenceSorted, i), at(currentSorted, j));
    while (i < nReference && at(referenceSorted, i) === value) i++;
    while (j < nCurrent && at(currentSorted, j) === value) j++;
    largest = Math.max(largest, Math.abs(i / nReference - j / nCurrent));
  }
  return measured(largest);
}

/**
 * KS distance seen at the edges of aligned, ordered bins. It is never larger than the exact one; `error` is the most that can be missing,
 * from rows that lie within one bin.
 */
export function ksFromBins(reference: ArrayLike<number>, current: ArrayLike<number>): Measure & { error: number | null } {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return { ...notDefined(shares.reason), error: null };
  let [p, q, largest, possible] = [0, 0, 0, 0];
  for (let i = 0; i < reference.length; i++) {
    const [pAfter, qAfter] = [p + at(shares.reference, i), q + at(shares.current, i)];
    // at worst one side's rows of the bin all come before the other's
    possible = Math.max(possible, pAfter - q, qAfter - p);
    largest = Math.max(largest, Math.abs(pAfter - qAfter));
    [p, q] = [pAfter, qAfter];
  }
  return { ...measured(Math.min(1, largest)), error: Math.max(0, possible - largest) };
}
