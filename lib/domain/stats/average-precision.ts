import { at } from "./at.ts";
import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import { twoSidedZ } from "./normal.ts";
import { scoreCounts } from "./score-counts.ts";
import { sum } from "./sum.ts";

/**
 * Area under the precision–recall curve as average precision, Σ (Rₙ − Rₙ₋₁)·Pₙ down the scores (scikit-learn's definition, no
 * interpolation), from counts of positive and negative rows in score bins, lowest score first. Interval: logit, with the number of positive
 * rows as its size (Boyd, Eng and Page 2013); none at 0 and 1.
 */
export function prAucFromScoreCounts(positives: ArrayLike<number>, negatives: ArrayLike<number>, level = 0.95): Estimate {
  const nPositive = sum(positives);
  if (nPositive === 0) return notEstimated(sum(negatives) === 0 ? "no_rows" : "no_positive_labels");
  let [hits, predicted, area] = [0, 0, 0];
  for (let i = positives.length - 1; i >= 0; i--) {
    hits += at(positives, i);
    predicted += at(positives, i) + at(negatives, i);
    if (predicted > 0) area += (at(positives, i) / nPositive) * (hits / predicted);
  }
  const value = Math.min(1, area);
  if (value <= 0 || value >= 1) return estimated(value);
  const logit = Math.log(value / (1 - value));
  const half = twoSidedZ(level) / Math.sqrt(nPositive * value * (1 - value));
  return estimated(value, { low: logistic(logit - half), high: logistic(logit + half) });
}

/** The exact average precision of scores and labels (1 = positive). Sorts, so n log n. */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>, level = 0.95): Estimate {
  const { positives, negatives } = scoreCounts(scores, labels);
  return prAucFromScoreCounts(positives, negatives, level);
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
