import "server-only";
import type { StoredRule } from "#lib/db/rules";
import type { RuleAnswer } from "#lib/domain/alerts/rule-answer";
import { ruleSummary, subject } from "#lib/domain/alerts/sentence";
import { measureName } from "./measure-name.ts";

const order = ["firing", "error", "recovering", "pending", "no_data", "normal"] as const;

/** The worst of a rule's series is how the rule stands. */
const statusOf = (rule: StoredRule): RuleAnswer["status"] => {
  if (!rule.enabled) return "disabled";
  if (!rule.lastEvaluatedAt) return "not_evaluated";
  return order.find((state) => rule.instances.some(({ status }) => status === state)) ?? "normal";
};

/** "ROC AUC of California housing": what a rule watches, in words. */
export const ruleSubject = (rule: StoredRule): string =>
  subject({
    measure: measureName(rule.spec.query, rule.kpi?.name ?? null),
    ...(rule.spec.query.kind === "model" && rule.model ? { of: rule.model.name } : {}),
  });

export const ruleAnswer = (rule: StoredRule): RuleAnswer => ({
  ...rule.spec,
  id: rule.id,
  model: rule.model ? { slug: rule.model.slug, name: rule.model.name } : null,
  kpi: rule.kpi ? { slug: rule.kpi.slug, name: rule.kpi.name } : null,
  summary: ruleSummary(ruleSubject(rule), rule.spec),
  status: statusOf(rule),
  lastEvaluatedAt: rule.lastEvaluatedAt?.toISOString() ?? null,
  lastValue: rule.lastValue,
  lastError: rule.lastError,
  openIncident: rule.incidents[0] ?? null,
  createdAt: rule.createdAt.toISOString(),
  updatedAt: rule.updatedAt.toISOString(),
});
