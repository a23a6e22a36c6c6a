import { binaryConfusion, multiclassCounts } from "#lib/domain/profile/outcome-counts";
import type { Profile } from "#lib/domain/profile/profile";

/** A mean over rows, so that segments add up to the whole: its name, the sum and the rows it is taken over. */
export type AdditiveMetric = { metric: string; label: string; direction: "higher" | "lower" | "two-sided"; total: number; rows: number };

export type AdditiveKind = "labelled" | "unlabelled";

/**
 * The metric by which a change is split over segments: accuracy, or mean absolute error of a regression. Without labels the share of positive
 * predictions, or of a regression the mean prediction, which say that something moved and not that it got worse.
 */
export function additiveMetric(profile: Profile, kind: AdditiveKind, predictionColumn: number): AdditiveMetric {
  const { outcome } = profile;
  if (outcome.kind === "regression") {
    if (kind === "labelled") return { ...facts.mae, total: outcome.sumAbsoluteError, rows: outcome.n };
    const column = profile.columns[predictionColumn];
    return { ...facts.prediction, total: column?.sum ?? 0, rows: column ? profile.rows - column.missing - column.wrongType : 0 };
  }
  if (outcome.kind === "multiclass") {
    const cells = multiclassCounts(outcome).filter(({ prediction, label }) => prediction !== null && label !== null);
    const rows = cells.reduce((total, cell) => total + cell.rows, 0);
    return {
      ...facts.accuracy,
      total: cells.reduce((total, { prediction, label, rows }) => total + (prediction === label ? rows : 0), 0),
      rows,
    };
  }
  const { tp, fp, fn, tn, unlabelledPositive, unlabelledNegative } = binaryConfusion(outcome);
  if (kind === "labelled") return { ...facts.accuracy, total: tp + tn, rows: tp + fp + fn + tn };
  const positives = tp + fp + unlabelledPositive;
  return { ...facts.selectionRate, total: positives, rows: positives + fn + tn + unlabelledNegative };
}

const facts = {
  mae: { metric: "mae", label: "Mean absolute error", direction: "lower" },
  prediction: { metric: "meanPrediction", label: "Mean prediction", direction: "two-sided" },
  accuracy: { metric: "accuracy", label: "Accuracy", direction: "higher" },
  selectionRate: { metric: "selectionRate", label: "Selection rate", direction: "two-sided" },
} as const;
