import { at } from "./at.ts";
import { prAucFromScoreCounts } from "./average-precision.ts";
import { binaryMetrics, type Confusion } from "./binary-metrics.ts";
import { type Estimate, estimated } from "./estimate.ts";
import { fitIsotonic, type IsotonicFit } from "./isotonic.ts";
import { rocAucFromScoreCounts } from "./roc-auc.ts";

/** Rows without their labels: how many of each score bin were predicted positive and negative, lowest score first, and P(label = 1) there. */
export type UnlabelledScores = {
  predictedPositive: ArrayLike<number>;
  predictedNegative: ArrayLike<number>;
  /** calibrated, e.g. by `fitCalibration` on the reference; 0..1 */
  probabilities: ArrayLike<number>;
};

export const ESTIMATED_METRICS = [
  "accuracy",
  "precision",
  "recall",
  "f1",
  "specificity",
  "prevalence",
  "selectionRate",
  "rocAuc",
  "prAuc",
] as const;
export type EstimatedPerformance = { confusion: Confusion } & Record<(typeof ESTIMATED_METRICS)[number], Estimate>;

/** Isotonic map from score to probability, from the labelled rows of the reference in ascending score bins. Read with `predictIsotonic`. */
export function fitCalibration(scores: ArrayLike<number>, positives: ArrayLike<number>, negatives: ArrayLike<number>): IsotonicFit {
  const rows = Float64Array.from(positives, (count, i) => count + at(negatives, i));
  const shares = rows.map((count, i) => (count > 0 ? at(positives, i) / count : 0));
  return fitIsotonic(scores, shares, rows);
}

/** Expected TP = Σp and FP = Σ(1 − p) over rows predicted positive, FN = Σp and TN = Σ(1 − p) over those predicted negative. */
export function expectedConfusion({ predictedPositive, predictedNegative, probabilities }: UnlabelledScores): Confusion {
  const confusion = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (let i = 0; i < probabilities.length; i++) {
    const p = at(probabilities, i);
    confusion.tp += p * at(predictedPositive, i);
    confusion.fp += (1 - p) * at(predictedPositive, i);
    confusion.fn += p * at(predictedNegative, i);
    confusion.tn += (1 - p) * at(predictedNegative, i);
  }
  return confusion;
}

/**
 * Performance without labels by confidence-based estimation (CBPE, NannyML): metrics of the expected counts. True only while a score means
 * what it meant in the reference: it cannot see concept drift, so it may open an alert and never close one. No interval is claimed.
 */
export function estimatedPerformance(scores: UnlabelledScores): EstimatedPerformance {
  const { predictedPositive, predictedNegative, probabilities } = scores;
  const rows = Float64Array.from(probabilities, (_, i) => at(predictedPositive, i) + at(predictedNegative, i));
  const positives = rows.map((count, i) => count * at(probabilities, i));
  const negatives = rows.map((count, i) => count * (1 - at(probabilities, i)));
  const confusion = expectedConfusion(scores);
  const metrics = binaryMetrics(confusion);
  return {
    confusion,
    accuracy: valueOnly(metrics.accuracy),
    precision: valueOnly(metrics.precision),
    recall: valueOnly(metrics.recall),
    f1: valueOnly(metrics.f1),
    specificity: valueOnly(metrics.specificity),
    prevalence: valueOnly(metrics.prevalence),
    selectionRate: valueOnly(metrics.selectionRate),
    rocAuc: valueOnly(rocAucFromScoreCounts(positives, negatives)),
    prAuc: valueOnly(prAucFromScoreCounts(positives, negatives)),
  };
}

const valueOnly = (estimate: Estimate): Estimate => (estimate.value === null ? estimate : estimated(estimate.value));
