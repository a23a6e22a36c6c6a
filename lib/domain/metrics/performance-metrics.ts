import type { EstimateAnswer } from "#lib/domain/analysis/answers/common";
import type { ClassAnswer, ConfusionAnswer } from "#lib/domain/analysis/answers/performance";
import { binaryConfusion, multiclassCounts, scoreBinCounts } from "#lib/domain/profile/outcome-counts";
import type { BinaryOutcome, MulticlassOutcome, Profile, RegressionOutcome } from "#lib/domain/profile/profile";
import { prAucFromScoreCounts } from "#lib/domain/stats/average-precision";
import { binaryMetrics } from "#lib/domain/stats/binary-metrics";
import { expectedCalibrationErrorFromBins } from "#lib/domain/stats/calibration";
import { multiclassMetrics } from "#lib/domain/stats/multiclass-metrics";
import { proportion } from "#lib/domain/stats/proportion";
import { regressionMetrics } from "#lib/domain/stats/regression-metrics";
import { rocAucError, rocAucFromScoreCounts } from "#lib/domain/stats/roc-auc";
import { lossFromSum } from "#lib/domain/stats/score-loss";
import { sum } from "#lib/domain/stats/sum";

/** Labelled rows at each score, ascending: by score bin from a Profile, or by distinct score from rows. */
export type ScoredLabels = { positives: ArrayLike<number>; negatives: ArrayLike<number> };

export type Performance = {
  metrics: Record<string, EstimateAnswer>;
  confusion: ConfusionAnswer | null;
  classes?: ClassAnswer[];
  /** labelled rows that the metrics rest on */
  samples: number;
  /** the most by which the ROC AUC of bins can be off; null when it is exact or not defined */
  rocAucError: number | null;
};

/** All performance metrics of a Profile. With `exact` the curve metrics come from distinct scores instead of score bins. */
export function performanceMetrics(profile: Profile, exact: ScoredLabels | null = null): Performance {
  const { outcome } = profile;
  const result =
    outcome.kind === "binary" ? binary(outcome, exact) : outcome.kind === "multiclass" ? multiclass(outcome) : regression(outcome);
  return { ...result, metrics: explained(profile, result.metrics) };
}

function binary(outcome: BinaryOutcome, exact: ScoredLabels | null): Performance {
  const { tp, fp, fn, tn, unlabelledPositive, unlabelledNegative } = binaryConfusion(outcome);
  const rates = binaryMetrics({ tp, fp, fn, tn });
  const scores = exact ?? scoreBinCounts(outcome);
  const scored = sum(scores.positives) + sum(scores.negatives) > 0;
  const ofScores = (metric: () => EstimateAnswer): EstimateAnswer =>
    scored ? metric() : { value: null, low: null, high: null, reason: "no_scores" };
  const predictions = tp + fp + fn + tn + unlabelledPositive + unlabelledNegative;
  return {
    metrics: {
      accuracy: rates.accuracy,
      precision: rates.precision,
      recall: rates.recall,
      f1: rates.f1,
      specificity: rates.specificity,
      rocAuc: ofScores(() => rocAucFromScoreCounts(scores.positives, scores.negatives)),
      prAuc: ofScores(() => prAucFromScoreCounts(scores.positives, scores.negatives)),
      logLoss: ofScores(() => lossFromSum(outcome.logLossSum, outcome.scored)),
      brier: ofScores(() => lossFromSum(outcome.brierSum, outcome.scored)),
      expectedCalibrationError: ofScores(() => expectedCalibrationErrorFromBins(outcome.calibration)),
      prevalence: rates.prevalence,
      // every prediction selects or not, whether its label has come or not
      selectionRate: proportion(tp + fp + unlabelledPositive, predictions, "no_rows"),
      matthewsCorrelation: rates.matthewsCorrelation,
    },
    confusion: { tp, fp, fn, tn },
    samples: tp + fp + fn + tn,
    rocAucError: exact || !scored ? null : rocAucError(scores.positives, scores.negatives),
  };
}

function multiclass(outcome: MulticlassOutcome): Performance {
  const cells = multiclassCounts(outcome).flatMap(({ prediction, label, rows }) =>
    prediction === null || label === null ? [] : [{ prediction, label, rows }],
  );
  const names = [...new Set(cells.flatMap(({ prediction, label }) => [prediction, label]))].sort();
  const place = new Map(names.map((name, index) => [name, index]));
  const table = names.map(() => new Array<number>(names.length).fill(0));
  for (const { prediction, label, rows } of cells) {
    const row = table[place.get(label) ?? 0];
    const column = place.get(prediction) ?? 0;
    if (row) row[column] = (row[column] ?? 0) + rows;
  }
  const { accuracy, macroF1, weightedF1, classes } = multiclassMetrics(table);
  return {
    metrics: { accuracy, macroF1, weightedF1, logLoss: lossFromSum(outcome.logLossSum, outcome.scored) },
    confusion: null,
    classes: classes.map(({ support, precision, recall, f1 }, index) => ({
      class: names[index] ?? "",
      labelled: support,
      predicted: table.reduce((total, row) => total + (row[index] ?? 0), 0),
      precision,
      recall,
      f1,
    })),
    samples: cells.reduce((total, { rows }) => total + rows, 0),
    rocAucError: null,
  };
}

function regression(outcome: RegressionOutcome): Performance {
  return { metrics: { ...regressionMetrics(outcome) }, confusion: null, samples: outcome.n, rocAucError: null };
}

/** Rows without any label are another reason than no rows. */
function explained(profile: Profile, metrics: Record<string, EstimateAnswer>): Record<string, EstimateAnswer> {
  if (profile.rows === 0 || profile.labelled > 0) return metrics;
  const reworded = Object.entries(metrics).map(([name, metric]): [string, EstimateAnswer] =>
    metric.value === null ? [name, { ...metric, reason: "no_labels" }] : [name, metric],
  );
  return Object.fromEntries(reworded);
}
