import type { KpiInput } from "#lib/domain/kpis/kpi";
import type { Criticality, Task } from "./model.ts";
import type { PointKey } from "./watch-catalogue.ts";

/** A KPI worth having: what it shows, why, what has to be logged for it, and from which criticality on it is proposed. */
export type Idea = {
  metric: string;
  name: string;
  why: string;
  unit?: string;
  direction: KpiInput["direction"];
  needs: PointKey[];
  from: Criticality;
  tasks?: readonly Task[];
  perGroup?: true;
};

/** Every KPI that is proposed: the first for all, more as more depends on the model. One line each. */
export const ideas: readonly Idea[] = [
  {
    metric: "performance.rocAuc",
    name: "ROC AUC",
    why: "How well the model ranks, whatever the threshold.",
    direction: "up",
    needs: ["scores", "labels"],
    from: "low",
    tasks: ["binary"],
  },
  {
    metric: "performance.macroF1",
    name: "Macro F1",
    why: "How well each class is found, rare ones as well.",
    direction: "up",
    needs: ["predictions", "labels"],
    from: "low",
    tasks: ["multiclass"],
  },
  {
    metric: "performance.mae",
    name: "Mean absolute error",
    why: "How far off a prediction is on average, in the unit of the target.",
    direction: "down",
    needs: ["predictions", "labels"],
    from: "low",
    tasks: ["regression"],
  },
  {
    metric: "drift.share",
    name: "Drifted features",
    why: "The share of inputs that no longer look like the reference: the earliest warning, without labels.",
    direction: "down",
    needs: ["predictions"],
    from: "low",
  },
  {
    metric: "operations.errorRate",
    name: "Failed requests",
    why: "A model that does not answer helps nobody.",
    direction: "down",
    needs: ["errors"],
    from: "medium",
  },
  {
    metric: "operations.latencyP95",
    name: "Latency p95",
    why: "What the slowest of twenty requests waits.",
    unit: "ms",
    direction: "down",
    needs: ["latency"],
    from: "medium",
  },
  {
    metric: "performance.accuracy",
    name: "Accuracy",
    why: "The share of right decisions, the number people ask for.",
    direction: "up",
    needs: ["predictions", "labels"],
    from: "medium",
    tasks: ["multiclass"],
  },
  {
    metric: "performance.precision",
    name: "Precision",
    why: "Of those flagged, how many were right: what a false alarm costs.",
    direction: "up",
    needs: ["predictions", "labels"],
    from: "medium",
    tasks: ["binary"],
  },
  {
    metric: "performance.recall",
    name: "Recall",
    why: "Of those that matter, how many are found: what a miss costs.",
    direction: "up",
    needs: ["predictions", "labels"],
    from: "medium",
    tasks: ["binary"],
  },
  {
    metric: "performance.rmse",
    name: "Root mean squared error",
    why: "Like the mean error, but large misses weigh more.",
    direction: "down",
    needs: ["predictions", "labels"],
    from: "high",
    tasks: ["regression"],
  },
  {
    metric: "performance.expectedCalibrationError",
    name: "Calibration error",
    why: "Whether 0.8 means eight in ten, which decisions on scores rely on.",
    direction: "down",
    needs: ["scores", "labels"],
    from: "high",
    tasks: ["binary"],
  },
  {
    metric: "bias.demographicParityRatio",
    name: "Demographic parity",
    why: "The least favoured group's selection rate as a share of the most favoured one's; below 0.8 is the usual alarm.",
    direction: "up",
    needs: ["groups", "predictions"],
    from: "high",
    tasks: ["binary"],
    perGroup: true,
  },
  {
    metric: "bias.equalizedOddsDifference",
    name: "Equalized odds difference",
    why: "How far apart the groups' error rates are.",
    direction: "down",
    needs: ["groups", "predictions", "labels"],
    from: "high",
    tasks: ["binary"],
    perGroup: true,
  },
];
