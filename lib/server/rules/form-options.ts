import "server-only";
import { z } from "zod";
import { readKpis } from "#lib/db/kpis";
import { readModels } from "#lib/db/models";
import type { RuleFormOptions } from "#lib/domain/alerts/rule-draft";
import { metricsOf } from "#lib/domain/metrics/registry";
import { operation } from "../operation.ts";

const most = 500;

/** What a rule can watch: models with the metrics of their task, and KPIs. */
export const ruleFormOptions = operation({
  permission: "rule:read",
  effect: "read",
  summary: "What an alert rule can watch",
  input: z.object({}),
  run: async ({ ctx }): Promise<RuleFormOptions> => {
    const [models, kpis] = await Promise.all([
      readModels(ctx.db, ctx.scope, { limit: most }),
      readKpis(ctx.db, ctx.scope, { limit: most }),
    ]);
    const versions = await ctx.db.modelVersion.findMany({
      where: { modelId: { in: models.map(({ id }) => id) } },
      orderBy: { createdAt: "desc" },
    });
    return {
      kpis: kpis.map(({ slug, name }) => ({ slug, name })),
      models: models.map((model) => ({
        slug: model.slug,
        name: model.name,
        minimumRows: model.minimumRows,
        criticality: model.criticality,
        metrics: metricsOf(model.task).map(({ name, label, by, direction }) => ({
          name,
          label,
          needs: by === "feature" ? ("feature" as const) : by === "attribute" || by === "group" ? ("attribute" as const) : null,
          direction: direction === "higher" ? ("up" as const) : direction === "lower" ? ("down" as const) : ("both" as const),
        })),
        features: [...model.schema.features.map(({ name }) => name), ...(model.task === "binary" ? ["@score"] : []), "@prediction"],
        attributes: model.schema.groups.map(({ name }) => name),
        versions: versions.filter(({ modelId }) => modelId === model.id).map(({ version }) => version),
      })),
    };
  },
});
