import { at } from "./at.ts";

export type ScoreCounts = {
  /** distinct scores, ascending */
  scores: Float64Array;
  /** rows with label 1 at each score */
  positives: Float64Array;
  /** rows with label 0 at each score */
  negatives: Float64Array;
};

/** Rows grouped by distinct score: what the binned formulas need to be exact. Throws a RangeError when the two vectors differ in length. */
export function scoreCounts(scores: ArrayLike<number>, labels: ArrayLike<number>): ScoreCounts {
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores do not fit ${labels.length} labels.`);
  const distinct = Float64Array.from(scores)
    .sort()
    .filter((score, i, sorted) => i === 0 || score !== sorted[i - 1]);
  const place = new Map(Array.from(distinct, (score, i) => [score, i]));
  const positives = new Float64Array(distinct.length);
  const negatives = new Float64Array(distinct.length);
  for (let i = 0; i < scores.length; i++) {
    const bin = place.get(at(scores, i)) ?? 0;
    const side = at(labels, i) === 1 ? positives : negatives;
    side[bin] = at(side, bin) + 1;
  }
  return { scores: distinct, positives, negatives };
}
