import { at } from "./at.ts";
import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import { twoSidedZ } from "./normal.ts";
import { scoreCounts } from "./score-counts.ts";
import { sum } from "./sum.ts";

/**
 * ROC AUC from counts of positive and negative rows in score bins, lowest score first: the probability that a positive row scores above a
 * negative one, ties (also rows of one bin) counting half. Interval of Hanley and McNeil (1982), clipped to 0..1.
 * Expected counts are fine. `rocAucError` says how far off bins can be.
 */
export function rocAucFromScoreCounts(positives: ArrayLike<number>, negatives: ArrayLike<number>, level = 0.95): Estimate {
  const [nPositive, nNegative] = [sum(positives), sum(negatives)];
  if (nPositive + nNegative === 0) return notEstimated("no_rows");
  if (nPositive === 0) return notEstimated("no_positive_labels");
  if (nNegative === 0) return notEstimated("no_negative_labels");
  let [won, below] = [0, 0];
  for (let i = 0; i < positives.length; i++) {
    won += at(positives, i) * (below + at(negatives, i) / 2);
    below += at(negatives, i);
  }
  const auc = Math.min(1, won / (nPositive * nNegative));
  const half = twoSidedZ(level) * hanleyMcNeilError(auc, nPositive, nNegative);
  return estimated(auc, { low: Math.max(0, auc - half), high: Math.min(1, auc + half) });
}

/** The exact ROC AUC of scores and labels (1 = positive). Sorts, so n log n. */
export function rocAuc(scores: ArrayLike<number>, labels: ArrayLike<number>, level = 0.95): Estimate {
  const { positives, negatives } = scoreCounts(scores, labels);
  return rocAucFromScoreCounts(positives, negatives, level);
}

/** Standard error of an AUC (Hanley and McNeil 1982). */
export function hanleyMcNeilError(auc: number, nPositive: number, nNegative: number): number {
  const [q1, q2] = [auc / (2 - auc), (2 * auc * auc) / (1 + auc)];
  const variance = auc * (1 - auc) + (nPositive - 1) * (q1 - auc * auc) + (nNegative - 1) * (q2 - auc * auc);
  return Math.sqrt(Math.max(0, variance) / (nPositive * nNegative));
}

/** The most by which an AUC from bins can differ from the one of the rows: half the pairs that share a bin. Null without both classes. */
export function rocAucError(positives: ArrayLike<number>, negatives: ArrayLike<number>): number | null {
  const pairs = sum(positives) * sum(negatives);
  if (pairs === 0) return null;
  let shared = 0;
  for (let i = 0; i < positives.length; i++) shared += at(positives, i) * at(negatives, i);
  return shared / 2 / pairs;
}
