import "server-only";
import { z } from "zod";
import { can } from "#lib/domain/access/permissions";
import { operation } from "../operation.ts";

export type Found = { id: string; label: string; kind: string; href: string };

const few = 6;

/** Finds things by a part of their name, only among what the caller may see. */
export const search = operation({
  permission: "overview:read",
  effect: "read",
  summary: "Find models, incidents, KPIs, rules and people by name",
  input: z.object({ q: z.string().trim().min(1).max(200) }),
  run: async ({ ctx, input }): Promise<{ items: (Found & { name: string })[] }> => {
    const team = ctx.scope.teamId ? { teamId: ctx.scope.teamId } : {};
    const like = { contains: input.q, mode: "insensitive" as const };
    const role = ctx.actor.role;
    const number = /^#?(\d{1,9})$/.exec(input.q)?.[1];
    const [models, incidents, kpis, rules, people] = await Promise.all([
      ctx.db.model.findMany({ where: { ...team, OR: [{ name: like }, { slug: like }] }, take: few }),
      ctx.db.incident.findMany({
        where: { ...team, OR: [{ title: like }, ...(number ? [{ number: Number(number) }] : [])] },
        orderBy: { startedAt: "desc" },
        take: few,
      }),
      ctx.db.kpi.findMany({ where: { ...team, OR: [{ name: like }, { slug: like }] }, take: few }),
      can(role, "rule:read") ? ctx.db.alertRule.findMany({ where: { ...team, name: like }, take: few }) : [],
      can(role, "person:read") ? ctx.db.user.findMany({ where: { ...team, OR: [{ name: like }, { email: like }] }, take: few }) : [],
    ]);
    const found: Found[] = [
      ...models.map((row) => ({ id: row.id, label: row.name, kind: "Model", href: `/models/${row.slug}` })),
      ...incidents.map((row) => ({ id: row.id, label: `#${row.number} ${row.title}`, kind: "Incident", href: `/incidents/${row.number}` })),
      ...kpis.map((row) => ({ id: row.id, label: row.name, kind: "KPI", href: `/kpis/${row.slug}` })),
      ...rules.map((row) => ({ id: row.id, label: row.name, kind: "Rule", href: `/rules/${row.id}` })),
      ...people.map((row) => ({ id: row.id, label: row.name, kind: "Person", href: "/people" })),
    ];
    return { items: found.map((item) => ({ ...item, name: item.label })) };
  },
});
