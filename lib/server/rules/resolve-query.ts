import "server-only";
import type { AlertRule } from "#lib/domain/alerts/rule";
import { AppError } from "#lib/domain/errors";
import { checkMetricQuery } from "../analysis/metric-series.ts";
import type { Context } from "../context.ts";
import { findModel } from "../models/find-model.ts";

export type Watched = { teamId: string; modelId: string | null; kpiId: string | null; minimumRows: number; labelDelaySeconds: number };

/** What a rule's query names, within what the caller may see; the rule belongs to the same team. A metric that is none could never fire. */
export async function resolveQuery(ctx: Pick<Context, "db" | "scope">, query: AlertRule["query"]): Promise<Watched> {
  if (query.kind === "model") {
    const model = await findModel(ctx, query.model);
    checkMetricQuery(model, query);
    return {
      teamId: model.team.id,
      modelId: model.id,
      kpiId: null,
      minimumRows: model.minimumRows,
      labelDelaySeconds: model.labelDelaySeconds,
    };
  }
  const kpi = await ctx.db.kpi.findFirst({
    where: { slug: query.kpi, ...(ctx.scope.teamId ? { teamId: ctx.scope.teamId } : {}) },
    include: { model: true },
  });
  if (!kpi) throw new AppError("not_found", `KPI ${query.kpi} does not exist.`);
  const overModel =
    kpi.model !== null && typeof kpi.query === "object" && kpi.query !== null && "kind" in kpi.query && kpi.query.kind === "model";
  return {
    teamId: kpi.teamId,
    modelId: kpi.modelId,
    kpiId: kpi.id,
    minimumRows: overModel ? (kpi.model?.minimumRows ?? 0) : 0,
    labelDelaySeconds: overModel ? (kpi.model?.labelDelaySeconds ?? 0) : 0,
  };
}
