import { z } from "zod";
import { Slug } from "#lib/domain/models/model";
import { DurationText, durationSeconds } from "#lib/domain/time/duration";
import { Condition } from "./condition-input.ts";
import { RuleQuery } from "./query.ts";
import { Severity } from "./severity.ts";

export const SHORTEST_INTERVAL_SECONDS = 5;

export const NoDataPolicy = z.enum(["no_data", "alert", "ok", "keep"], "Write one of no_data, alert, ok, keep.");
export const ErrorPolicy = z.enum(["error", "alert", "ok", "keep"], "Write one of error, alert, ok, keep.");
export type NoDataPolicy = z.infer<typeof NoDataPolicy>;
export type ErrorPolicy = z.infer<typeof ErrorPolicy>;

const interval = DurationText.refine(
  (text) => (durationSeconds(text) ?? 0) >= SHORTEST_INTERVAL_SECONDS,
  `The shortest interval is ${SHORTEST_INTERVAL_SECONDS}s. Write that or more.`,
);
const texts = (longest: number) => z.record(z.string().min(1).max(200), z.string().max(longest));

/**
 * An alert rule as people write it, keep it and read it back: one JSON shape for all three. Durations
 * come out in their one way of writing. `minimumSamples` and `evaluationDelay` stay absent when not
 * given: their defaults hang on what is watched.
 */
export const AlertRuleInput = z.object({
  name: z.string("Give the rule a name.").trim().min(1, "Give the rule a name.").max(200),
  query: RuleQuery,
  condition: Condition,
  interval: interval.default("1m"),
  for: DurationText.default("0s"),
  keepFiringFor: DurationText.default("0s"),
  noData: NoDataPolicy.default("no_data"),
  noDataFor: DurationText.default("0s"),
  onError: ErrorPolicy.default("error"),
  onErrorFor: DurationText.default("0s"),
  missingSeriesEvaluations: z.int().min(1, "Write 1 or more evaluations.").max(1_000_000).default(2),
  newSeriesGrace: DurationText.default("0s"),
  minimumSamples: z.int().min(0).optional(),
  evaluationDelay: DurationText.optional(),
  severity: Severity.default("critical"),
  labels: texts(1000).default({}),
  annotations: texts(10_000).default({}),
  channels: z.array(Slug).max(50).default([]),
  enabled: z.boolean().default(true),
});
export type AlertRule = z.output<typeof AlertRuleInput>;
