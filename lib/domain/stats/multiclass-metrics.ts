import { at } from "./at.ts";
import { f1Score } from "./binary-metrics.ts";
import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import { proportion } from "./proportion.ts";
import { sum } from "./sum.ts";

export type ClassMetrics = { support: number; precision: Estimate; recall: Estimate; f1: Estimate };
export type MulticlassMetrics = { accuracy: Estimate; macroF1: Estimate; weightedF1: Estimate; classes: ClassMetrics[] };

/**
 * Metrics of a class × class table, `counts[label][prediction]`, classes in the order of the table. A class that is neither a label nor a
 * prediction has no F1 and is left out of the means; one that is never hit has F1 0. The means carry no interval.
 */
export function multiclassMetrics(counts: readonly ArrayLike<number>[], level = 0.95): MulticlassMetrics {
  const predicted = counts.map((_, k) => counts.reduce((total, row) => total + at(row, k), 0));
  const classes = counts.map((row, k): ClassMetrics => {
    const [support, hits] = [sum(row), at(row, k)];
    return {
      support,
      precision: proportion(hits, at(predicted, k), "no_positive_predictions", level),
      recall: proportion(hits, support, "no_positive_labels", level),
      f1: f1Score({ tp: hits, fp: at(predicted, k) - hits, fn: support - hits }, level),
    };
  });
  const n = sum(predicted);
  const hits = counts.reduce((total, row, k) => total + at(row, k), 0);
  const scored = classes.flatMap(({ f1, support }) => (f1.value === null ? [] : [{ f1: f1.value, support }]));
  return {
    accuracy: proportion(hits, n, "no_rows", level),
    macroF1: n === 0 ? notEstimated("no_rows") : estimated(scored.reduce((total, { f1 }) => total + f1, 0) / scored.length),
    weightedF1: n === 0 ? notEstimated("no_rows") : estimated(scored.reduce((total, { f1, support }) => total + f1 * support, 0) / n),
    classes,
  };
}
