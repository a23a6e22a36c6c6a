import { durationSeconds } from "#lib/domain/time/duration";
import type { Condition } from "./condition-input.ts";
import type { AlertRule, ErrorPolicy, NoDataPolicy } from "./rule.ts";
import type { Severity } from "./severity.ts";

/** What `step` needs of a rule, with times in milliseconds. Made once per evaluation, or once for a whole preview. */
export type StepRule = {
  condition: Condition;
  severity: Severity;
  forMs: number;
  keepFiringForMs: number;
  noData: NoDataPolicy;
  noDataForMs: number;
  onError: ErrorPolicy;
  onErrorForMs: number;
  missingSeriesEvaluations: number;
  newSeriesGraceMs: number;
  minimumSamples: number;
};

/** A rule as `step` takes it. Fill `minimumSamples` with the model's `minimumRows` first where the rule leaves it out. */
export function stepRule(rule: Omit<AlertRule, "name" | "query">): StepRule {
  const ms = (text: string) => 1000 * (durationSeconds(text) ?? 0);
  return {
    condition: rule.condition,
    severity: rule.severity,
    forMs: ms(rule.for),
    keepFiringForMs: ms(rule.keepFiringFor),
    noData: rule.noData,
    noDataForMs: ms(rule.noDataFor),
    onError: rule.onError,
    onErrorForMs: ms(rule.onErrorFor),
    missingSeriesEvaluations: rule.missingSeriesEvaluations,
    newSeriesGraceMs: ms(rule.newSeriesGrace),
    minimumSamples: rule.minimumSamples ?? 0,
  };
}
