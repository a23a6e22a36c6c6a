import { at } from "./at.ts";
import { type Measure, measured, notDefined } from "./measure.ts";
import { pairedShares } from "./paired-shares.ts";

/** Wasserstein-1 distance ∫|F_ref − F_cur| of two samples, each sorted ascending; in the unit of the values. */
export function wasserstein(referenceSorted: ArrayLike<number>, currentSorted: ArrayLike<number>): Measure {
  const [nReference, nCurrent] = [referenceSorted.length, currentSorted.length];
  if (nReference === 0) return notDefined("no_reference_rows");
  if (nCurrent === 0) return notDefined("no_current_rows");
  let [i, j, total] = [0, 0, 0];
  let position = Math.min(at(referenceSorted, 0), at(currentSorted, 0));
  while (i < nReference || j < nCurrent) {
    const next =
      j >= nCurrent || (i < nReference && at(referenceSorted, i) <= at(currentSorted, j)) ? at(referenceSorted, i) : at(currentSorted, j);
    total += Math.abs(i / nReference - j / nCurrent) * (next - position);
    position = next;
    while (i < nReference && at(referenceSorted, i) === next) i++;
    while (j < nCurrent && at(currentSorted, j) === next) j++;
  }
  return measured(total);
}

/** Where the rows of a bin are taken to lie: all at one point per bin, or evenly between its two edges (one edge more than bins). */
export type BinPlaces = { points: ArrayLike<number> } | { edges: ArrayLike<number> };

/** Wasserstein-1 distance of two aligned vectors of counts over ordered bins. Exact where each bin holds one value and `points` are those. */
export function wassersteinFromBins(reference: ArrayLike<number>, current: ArrayLike<number>, places: BinPlaces): Measure {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return notDefined(shares.reason);
  const positions = "edges" in places ? places.edges : places.points;
  if (positions.length !== reference.length + ("edges" in places ? 1 : 0))
    throw new RangeError(`${positions.length} places do not fit ${reference.length} bins.`);
  let [gap, total] = [0, 0];
  for (let i = 0; i < reference.length; i++) {
    const after = gap + at(shares.reference, i) - at(shares.current, i);
    if ("edges" in places) total += areaBetween(gap, after) * (at(positions, i + 1) - at(positions, i));
    else if (i + 1 < reference.length) total += Math.abs(after) * (at(positions, i + 1) - at(positions, i));
    gap = after;
  }
  return measured(total);
}

/** Mean of |x| on the straight line from a to b. */
const areaBetween = (a: number, b: number): number => (a * b >= 0 ? Math.abs(a + b) / 2 : (a * a + b * b) / (2 * Math.abs(a - b)));

/** Wasserstein distance in standard deviations (population) of the reference; a constant reference has no such scale. */
export function normalizedWasserstein(distance: Measure, referenceDeviation: number | null): Measure {
  if (distance.value === null) return distance;
  if (referenceDeviation === null || !(referenceDeviation > 0)) return notDefined("constant_reference");
  return measured(distance.value / referenceDeviation);
}
