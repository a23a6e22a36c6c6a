import "server-only";
import { z } from "zod";
import { can } from "#lib/domain/access/permissions";
import { operation } from "../operation.ts";

/** The figures of the sidebar: how many models, unresolved incidents, KPIs and rules one may see. */
export const shellCounts = operation({
  permission: "overview:read",
  effect: "read",
  summary: "Counts for the navigation",
  input: z.object({}),
  run: async ({ ctx }): Promise<Record<string, number>> => {
    const where = ctx.scope.teamId ? { teamId: ctx.scope.teamId } : {};
    const [models, incidents, kpis, rules] = await Promise.all([
      ctx.db.model.count({ where }),
      ctx.db.incident.count({ where: { ...where, workflow: { not: "resolved" } } }),
      ctx.db.kpi.count({ where }),
      can(ctx.actor.role, "rule:read") ? ctx.db.alertRule.count({ where }) : 0,
    ]);
    return { "/models": models, "/incidents": incidents, "/kpis": kpis, "/rules": rules };
  },
});
