import { at } from "./at.ts";
import type { UndefinedReason } from "./measure.ts";
import { sum } from "./sum.ts";

export type PairedShares = { reference: Float64Array; current: Float64Array; reason?: undefined } | { reason: UndefinedReason };

/**
 * Turns two aligned vectors of counts (or shares) into shares that add up to 1. A side without rows has no distribution: the reason says which.
 * Throws a RangeError where the vectors are not aligned, which is a defect of the caller.
 */
export function pairedShares(reference: ArrayLike<number>, current: ArrayLike<number>): PairedShares {
  if (reference.length !== current.length)
    throw new RangeError(`Bins of reference and current are not aligned: ${reference.length} against ${current.length}.`);
  const nReference = sum(reference);
  const nCurrent = sum(current);
  if (!(nReference > 0)) return { reason: "no_reference_rows" };
  if (!(nCurrent > 0)) return { reason: "no_current_rows" };
  return {
    reference: dividedBy(reference, nReference),
    current: dividedBy(current, nCurrent),
  };
}

/** A plain loop: with `Float64Array.from` this was the slowest step of a page of 720 windows. */
function dividedBy(counts: ArrayLike<number>, total: number): Float64Array {
  const shares = new Float64Array(counts.length);
  for (let i = 0; i < counts.length; i++) shares[i] = at(counts, i) / total;
  return shares;
}

/** Σ f(P, Q) over the bins. */
export function sumOverBins(reference: ArrayLike<number>, current: ArrayLike<number>, term: (p: number, q: number) => number): number {
  let total = 0;
  for (let i = 0; i < reference.length; i++) total += term(at(reference, i), at(current, i));
  return total;
}
