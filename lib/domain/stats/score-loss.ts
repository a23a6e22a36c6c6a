import { at } from "./at.ts";
import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import { meanAndDeviation } from "./mean-and-deviation.ts";
import { twoSidedZ } from "./normal.ts";

/** Scores of 0 and 1 are moved by this much before the logarithm, as in scikit-learn: a sure error costs 36, not infinity. */
const LOG_LOSS_EPSILON = Number.EPSILON;

/** −ln of the probability that the score gave to the label; one row's part of the log loss. */
export function logLossOf(score: number, label: number): number {
  const p = Math.min(Math.max(score, LOG_LOSS_EPSILON), 1 - LOG_LOSS_EPSILON);
  return label === 1 ? -Math.log(p) : -Math.log(1 - p);
}

/** One row's part of the Brier score. */
export const brierOf = (score: number, label: number): number => (score - label) ** 2;

/** Mean log loss in nats of scores (probability of the positive class) and labels (1 = positive); normal interval of a mean. */
export const logLoss = (scores: ArrayLike<number>, labels: ArrayLike<number>, level = 0.95): Estimate =>
  meanLoss(scores, labels, logLossOf, level);

/** Mean squared difference of score and label, 0..1; normal interval of a mean. */
export const brier = (scores: ArrayLike<number>, labels: ArrayLike<number>, level = 0.95): Estimate =>
  meanLoss(scores, labels, brierOf, level);

/** Log loss or Brier score from a sum that was kept while counting; no interval, for that the squares would be needed. */
export const lossFromSum = (total: number, rows: number): Estimate => (rows > 0 ? estimated(total / rows) : notEstimated("no_rows"));

function meanLoss(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  loss: (score: number, label: number) => number,
  level: number,
): Estimate {
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores do not fit ${labels.length} labels.`);
  const losses = Float64Array.from(scores, (score, i) => loss(score, at(labels, i)));
  const { mean, deviation } = meanAndDeviation(losses, "sample");
  if (mean === null) return notEstimated("no_rows");
  if (deviation === null) return estimated(mean);
  const half = (twoSidedZ(level) * deviation) / Math.sqrt(losses.length);
  return estimated(mean, { low: Math.max(0, mean - half), high: mean + half });
}
