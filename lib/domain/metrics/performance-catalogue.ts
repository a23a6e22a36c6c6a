import type { Task } from "#lib/domain/models/model";

export type Direction = "higher" | "lower" | "two-sided";

/** What a number means and within what it lies. `zero` two-sided metrics are best at that value. */
export type MetricFacts = {
  label: string;
  unit: string | null;
  direction: Direction;
  range: { min?: number; max?: number };
};

const share = (label: string, direction: Direction = "higher"): MetricFacts => ({
  label,
  unit: null,
  direction,
  range: { min: 0, max: 1 },
});

/** Every performance metric: one line each. The first of a task is the one that speaks for the model. */
export const performanceCatalogue = {
  binary: {
    rocAuc: share("ROC AUC"),
    accuracy: share("Accuracy"),
    precision: share("Precision"),
    recall: share("Recall"),
    f1: share("F1"),
    specificity: share("Specificity"),
    prAuc: share("PR AUC"),
    logLoss: { label: "Log loss", unit: null, direction: "lower", range: { min: 0 } },
    brier: share("Brier score", "lower"),
    expectedCalibrationError: share("Expected calibration error", "lower"),
    prevalence: share("Share of positive labels", "two-sided"),
    selectionRate: share("Selection rate", "two-sided"),
    matthewsCorrelation: { label: "Matthews correlation", unit: null, direction: "higher", range: { min: -1, max: 1 } },
  },
  multiclass: {
    macroF1: share("Macro F1"),
    accuracy: share("Accuracy"),
    weightedF1: share("Weighted F1"),
    logLoss: { label: "Log loss", unit: null, direction: "lower", range: { min: 0 } },
  },
  regression: {
    mae: { label: "Mean absolute error", unit: null, direction: "lower", range: { min: 0 } },
    meanError: { label: "Mean error", unit: null, direction: "two-sided", range: {} },
    rmse: { label: "Root mean squared error", unit: null, direction: "lower", range: { min: 0 } },
    mape: { label: "Mean absolute percentage error", unit: null, direction: "lower", range: { min: 0 } },
    r2: { label: "R²", unit: null, direction: "higher", range: { max: 1 } },
  },
} as const satisfies Record<Task, Record<string, MetricFacts>>;

/** The metrics of a task with their facts, the one that speaks for the model first. */
export const performanceFacts = (task: Task): [name: string, facts: MetricFacts][] =>
  Object.entries<MetricFacts>(performanceCatalogue[task]);

export const factsOf = (task: Task, metric: string): MetricFacts | undefined =>
  performanceFacts(task).find(([name]) => name === metric)?.[1];
