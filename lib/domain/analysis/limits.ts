import { performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import { performanceMetrics } from "#lib/domain/metrics/performance-metrics";
import type { Task, WindowSize } from "#lib/domain/models/model";
import type { Profile } from "#lib/domain/profile/profile";
import { MINIMUM_REFERENCE_WINDOWS, referenceLimits } from "#lib/domain/stats/std-threshold";
import type { EstimateAnswer } from "./answers/common.ts";
import type { BreachAnswer, LimitsAnswer } from "./answers/performance.ts";
import type { Question } from "./question.ts";

/**
 * Limits of every performance metric from the reference's own windows, the partial last one included: mean ± 3 population standard
 * deviations, clipped to the metric's range. Null with reason `reference_windows` where fewer than six windows define the metric.
 */
export function performanceLimits(task: Task, size: WindowSize | null, windows: readonly Profile[]): Record<string, LimitsAnswer> {
  const values = windows.map((profile) => performanceMetrics(profile).metrics);
  const limits = performanceFacts(task).map(([metric, { range }]): [string, LimitsAnswer] => {
    const ofMetric = values.map((metrics) => metrics[metric]?.value ?? null);
    const defined = ofMetric.filter((value) => value !== null).length;
    const { lower, upper, reason } = referenceLimits(ofMetric, range);
    const counted = `${defined} reference windows${size ? ` of ${size}` : ""}`;
    const method =
      reason === undefined
        ? `mean ± 3 population standard deviations of ${counted}`
        : `mean ± 3 population standard deviations; needs ${MINIMUM_REFERENCE_WINDOWS} reference windows, has ${defined}`;
    return [metric, { lower, upper, method, ...(reason === undefined ? {} : { reason }) }];
  });
  return Object.fromEntries(limits);
}

/** The limits of a question's reference; without one all are null with their reason. */
export const limitsIn = ({ reference, model, size }: Question): Record<string, LimitsAnswer> =>
  reference?.limits ?? performanceLimits(model.task, size, []);

/** Limits that a person set and that are not critical yet, by metric. */
export type WarningLimits = Record<string, { lower?: number; upper?: number }>;

/** Every metric outside its limits: critical by the reference's, warning by a rule's. A value on a limit is inside. */
export function breachesOf(
  metrics: Record<string, EstimateAnswer>,
  limits: Record<string, LimitsAnswer>,
  warnings: WarningLimits = {},
): BreachAnswer[] {
  return Object.entries(metrics).flatMap(([metric, { value }]): BreachAnswer[] => {
    if (value === null) return [];
    const critical = outside(value, limits[metric]);
    if (critical) return [{ metric, value, ...critical, severity: "critical" }];
    const warning = outside(value, warnings[metric]);
    return warning ? [{ metric, value, ...warning, severity: "warning" }] : [];
  });
}

type Bounds = { lower?: number | null; upper?: number | null };

/** Rounding between a stored sum and its limit must not look like a breach. */
const SLACK = 1e-12;

function outside(value: number, bounds: Bounds | undefined): Pick<BreachAnswer, "limit" | "side"> | null {
  if (typeof bounds?.lower === "number" && value < bounds.lower - SLACK) return { limit: bounds.lower, side: "below" };
  if (typeof bounds?.upper === "number" && value > bounds.upper + SLACK) return { limit: bounds.upper, side: "above" };
  return null;
}
