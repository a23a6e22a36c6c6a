import "server-only";
import { z } from "zod";
import { deleteKpi, readFormulas } from "#lib/db/kpis";
import { AppError } from "#lib/domain/errors";
import { kpiAnswer } from "#lib/domain/kpis/kpi";
import { operation } from "../operation.ts";
import { findKpi } from "./find-kpi.ts";

export const removeKpi = operation({
  permission: "kpi:write",
  effect: "write",
  summary: "Delete a KPI and its values",
  input: z.object({ slug: z.string() }),
  run: async ({ ctx, input }) => {
    const kpi = await findKpi(ctx, input.slug);
    const user = (await readFormulas(ctx.db)).find(({ inputs }) => inputs.includes(kpi.slug));
    if (user) throw new AppError("conflict", `The formula ${user.slug} stands on ${kpi.slug}. Change or delete it first.`);
    const rule = await ctx.db.alertRule.findFirst({ where: { kpiId: kpi.id }, select: { name: true } });
    if (rule) throw new AppError("conflict", `The alert rule "${rule.name}" watches ${kpi.slug}. Delete it first.`);
    await deleteKpi(ctx.db, kpi.id);
    await ctx.audit({ action: "kpi.delete", noun: "kpi", id: kpi.id, name: kpi.slug, before: kpiAnswer(kpi) });
    return null;
  },
});
