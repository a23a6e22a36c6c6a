import "server-only";
import { z } from "zod";
import { AlertInstance } from "#lib/domain/alerts/instance";
import type { AlertAnswer } from "#lib/domain/alerts/rule-answer";
import { operation } from "../operation.ts";

/** Live series of all rules that are not normal, the worst first. */
export const listAlerts = operation({
  permission: "rule:read",
  effect: "read",
  summary: "Live alert instances",
  input: z.object({ state: z.string().optional(), limit: z.coerce.number().int().min(1).max(1000).default(200) }),
  run: async ({ ctx, input }): Promise<{ items: AlertAnswer[]; nextCursor: null }> => {
    const rows = await ctx.db.alertInstance.findMany({
      where: { ...(input.state ? { status: input.state } : {}), ...(ctx.scope.teamId ? { rule: { teamId: ctx.scope.teamId } } : {}) },
      include: { rule: { select: { id: true, name: true, model: { select: { slug: true } } } } },
      orderBy: [{ severity: { sort: "asc", nulls: "last" } }, { updatedAt: "desc" }],
      take: input.limit,
    });
    const live = rows.filter(({ state }) => AlertInstance.parse(state).evictedAt === null);
    const items = live.map((row) => ({
      id: `${row.ruleId}:${row.series}`,
      name: row.rule.name,
      rule: { id: row.rule.id, name: row.rule.name },
      model: row.rule.model?.slug ?? null,
      labels: z.record(z.string(), z.string()).parse(row.labels),
      state: row.status,
      severity: row.severity,
      value: row.value,
      updatedAt: row.updatedAt.toISOString(),
    }));
    return { items, nextCursor: null };
  },
});
