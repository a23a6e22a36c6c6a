import type { RuleFormOptions } from "#lib/domain/alerts/rule-draft";
import type { ModelAnswer } from "#lib/domain/models/model-answer";
import type { KpiFormOptions } from "./kpi-draft.ts";

/** Rates of one group: a KPI's query cannot name the group, ratios and differences between groups need none. */
const needsGroup = / of a group$/;

/** What a KPI can be made of, from what a rule can watch and the models themselves. */
export function kpiOptions(
  watchable: RuleFormOptions,
  models: readonly Pick<ModelAnswer, "slug" | "window">[],
  teams: readonly { slug: string; name: string }[],
): KpiFormOptions {
  return {
    kpis: watchable.kpis,
    // The team "default" is made when it is first needed.
    teams: teams.length > 0 ? teams.map(({ slug, name }) => ({ slug, name })) : [{ slug: "default", name: "Default" }],
    models: watchable.models.map(({ minimumRows: _, metrics, ...model }) => ({
      ...model,
      metrics: metrics.filter(({ label }) => !needsGroup.test(label)),
      window: models.find(({ slug }) => slug === model.slug)?.window ?? "1d",
    })),
  };
}
