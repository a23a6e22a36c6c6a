import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import { proportion } from "./proportion.ts";
import { wilson } from "./wilson.ts";

/** Labelled rows by prediction and label. Expected counts (not whole numbers) are fine. */
export type Confusion = { tp: number; fp: number; fn: number; tn: number };

export const RATES = [
  "selectionRate",
  "accuracy",
  "precision",
  "truePositiveRate",
  "falsePositiveRate",
  "trueNegativeRate",
  "falseNegativeRate",
  "falseDiscoveryRate",
  "falseOmissionRate",
  "negativePredictiveValue",
] as const;
export type RateName = (typeof RATES)[number];
export type RateMetrics = Record<RateName, Estimate>;

export type BinaryMetrics = RateMetrics & Record<"recall" | "specificity" | "prevalence" | "f1" | "matthewsCorrelation", Estimate>;

/** Successes and trials of each rate, the one place where the denominators are written down. */
export function rateCounts({ tp, fp, fn, tn }: Confusion) {
  const [predicted, rejected, positive, negative] = [tp + fp, fn + tn, tp + fn, fp + tn];
  const all = positive + negative;
  return {
    selectionRate: { successes: predicted, trials: all, whenEmpty: "no_rows" },
    accuracy: { successes: tp + tn, trials: all, whenEmpty: "no_rows" },
    precision: { successes: tp, trials: predicted, whenEmpty: "no_positive_predictions" },
    truePositiveRate: { successes: tp, trials: positive, whenEmpty: "no_positive_labels" },
    falsePositiveRate: { successes: fp, trials: negative, whenEmpty: "no_negative_labels" },
    trueNegativeRate: { successes: tn, trials: negative, whenEmpty: "no_negative_labels" },
    falseNegativeRate: { successes: fn, trials: positive, whenEmpty: "no_positive_labels" },
    falseDiscoveryRate: { successes: fp, trials: predicted, whenEmpty: "no_positive_predictions" },
    falseOmissionRate: { successes: fn, trials: rejected, whenEmpty: "no_negative_predictions" },
    negativePredictiveValue: { successes: tn, trials: rejected, whenEmpty: "no_negative_predictions" },
  } as const satisfies Record<RateName, unknown>;
}

/** Metrics of a confusion table; rates with their Wilson interval over the rate's own denominator. */
export function binaryMetrics(confusion: Confusion, level = 0.95): BinaryMetrics {
  const counts = rateCounts(confusion);
  const empty = counts.accuracy.trials === 0;
  const rate = (name: RateName): Estimate => {
    const { successes, trials, whenEmpty } = counts[name];
    return proportion(successes, trials, empty ? "no_rows" : whenEmpty, level);
  };
  const rates: RateMetrics = {
    selectionRate: rate("selectionRate"),
    accuracy: rate("accuracy"),
    precision: rate("precision"),
    truePositiveRate: rate("truePositiveRate"),
    falsePositiveRate: rate("falsePositiveRate"),
    trueNegativeRate: rate("trueNegativeRate"),
    falseNegativeRate: rate("falseNegativeRate"),
    falseDiscoveryRate: rate("falseDiscoveryRate"),
    falseOmissionRate: rate("falseOmissionRate"),
    negativePredictiveValue: rate("negativePredictiveValue"),
  };
  return {
    ...rates,
    recall: rates.truePositiveRate,
    specificity: rates.trueNegativeRate,
    prevalence: proportion(confusion.tp + confusion.fn, counts.accuracy.trials, "no_rows", level),
    f1: empty ? notEstimated("no_rows") : f1Score(confusion, level),
    matthewsCorrelation: matthewsCorrelation(confusion),
  };
}

/**
 * F1 = 2TP / (2TP + FP + FN); 0 when there are positive labels and no hit, not defined without positive labels and predictions.
 * F1 = 2J / (1 + J) rises with J = TP / (TP + FP + FN), so J's Wilson interval gives F1's: the delta method to first order, and it keeps
 * a width at 0 and 1, where the delta method has none.
 */
export function f1Score({ tp, fp, fn }: Omit<Confusion, "tn">, level = 0.95): Estimate {
  const concerned = tp + fp + fn;
  const jaccard = wilson(tp, concerned, level);
  if (jaccard === null) return notEstimated("no_positive_labels_or_predictions");
  const turn = (j: number): number => (2 * j) / (1 + j);
  return estimated(turn(tp / concerned), { low: turn(jaccard.low), high: turn(jaccard.high) });
}

/** Correlation of prediction and label, −1..1; not defined when either takes one value only. No interval is claimed. */
export function matthewsCorrelation({ tp, fp, fn, tn }: Confusion): Estimate {
  if (tp + fp + fn + tn === 0) return notEstimated("no_rows");
  const margins = [tp + fp, tp + fn, tn + fp, tn + fn];
  if (margins.some((margin) => margin === 0)) return notEstimated("one_class_only");
  // roots first: the product of four counts leaves the exact integers quickly
  return estimated((tp * tn - fp * fn) / margins.reduce((product, margin) => product * Math.sqrt(margin), 1));
}
