import { at } from "./at.ts";
import { type Measure, measured, notDefined } from "./measure.ts";

/**
 * How well the current order of features by importance keeps the reference's (attribution drift, 1 = same order): Σ a(f)/log₂(rank + 1)
 * with the reference's importances a, in the current order, divided by the same in the reference's own order. Both vectors are aligned by
 * feature and hold importances of 0 or more, such as mean |attribution|.
 */
export function ndcg(reference: ArrayLike<number>, current: ArrayLike<number>): Measure {
  if (reference.length !== current.length)
    throw new RangeError(`Features of reference and current are not aligned: ${reference.length} against ${current.length}.`);
  const ideal = gain(reference, reference);
  return ideal > 0 ? measured(gain(reference, current) / ideal) : notDefined("no_attributions");
}

function gain(importance: ArrayLike<number>, orderBy: ArrayLike<number>): number {
  const order = Array.from(orderBy, (_, feature) => feature).sort((a, b) => at(orderBy, b) - at(orderBy, a) || a - b);
  return order.reduce((total, feature, rank) => total + at(importance, feature) / Math.log2(rank + 2), 0);
}
