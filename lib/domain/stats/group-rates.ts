import { binaryMetrics, type Confusion, type RateMetrics, rateCounts } from "./binary-metrics.ts";
import { proportion } from "./proportion.ts";

/** Counts of one group; rows whose label has not come yet count for the selection rate only. */
export type GroupCounts = { group: string; confusion: Confusion & { unlabelledPositive?: number; unlabelledNegative?: number } };

export type GroupRates = { group: string; predictions: number; labelled: number } & RateMetrics;

/** Successes and trials of each rate of a group. */
export function groupRateCounts({ confusion }: GroupCounts) {
  const counts = rateCounts(confusion);
  const { unlabelledPositive = 0, unlabelledNegative = 0 } = confusion;
  const { successes, trials, whenEmpty } = counts.selectionRate;
  return {
    ...counts,
    selectionRate: { successes: successes + unlabelledPositive, trials: trials + unlabelledPositive + unlabelledNegative, whenEmpty },
  };
}

/** The rates of one group with their Wilson intervals. */
export function groupRates(counts: GroupCounts, level = 0.95): GroupRates {
  const { selectionRate, accuracy } = groupRateCounts(counts);
  const metrics = binaryMetrics(counts.confusion, level);
  return {
    group: counts.group,
    predictions: selectionRate.trials,
    labelled: accuracy.trials,
    selectionRate: proportion(selectionRate.successes, selectionRate.trials, selectionRate.whenEmpty, level),
    accuracy: metrics.accuracy,
    precision: metrics.precision,
    truePositiveRate: metrics.truePositiveRate,
    falsePositiveRate: metrics.falsePositiveRate,
    trueNegativeRate: metrics.trueNegativeRate,
    falseNegativeRate: metrics.falseNegativeRate,
    falseDiscoveryRate: metrics.falseDiscoveryRate,
    falseOmissionRate: metrics.falseOmissionRate,
    negativePredictiveValue: metrics.negativePredictiveValue,
  };
}
