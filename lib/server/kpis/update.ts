import "server-only";
import { z } from "zod";
import { writeKpi } from "#lib/db/kpis";
import { AppError } from "#lib/domain/errors";
import { KpiPatch, kpiAnswer, limitProblem } from "#lib/domain/kpis/kpi";
import { operation } from "../operation.ts";
import { teamFor } from "../teams/team-for.ts";
import { checkKpiQuery } from "./check-query.ts";
import { findKpi } from "./find-kpi.ts";
import { KpiOutput } from "./kpi-output.ts";
import { subjectOf } from "./subject-of.ts";

export const updateKpi = operation({
  permission: "kpi:write",
  effect: "write",
  summary: "Change a KPI; what is absent stays",
  input: KpiPatch.extend({ slug: z.string() }),
  output: KpiOutput,
  run: async ({ ctx, input: { slug, model: modelSlug, team: teamSlug, ...patch } }) => {
    const before = await findKpi(ctx, slug);
    const { id, team, model, timeZone: _, createdAt: __, updatedAt: ___, ...kept } = before;
    const fields = { ...kept, ...patch };
    const problem = limitProblem(fields);
    if (problem) throw new AppError("invalid", problem, { errors: [{ path: "warning", message: problem }] });
    if (patch.query && patch.query.kind !== before.query.kind && before.query.kind === "pushed")
      throw new AppError("conflict", `${before.slug} has values that were sent to it. Create another KPI for the new query.`);
    if (patch.query || patch.window) await checkKpiQuery(ctx, fields);
    const subject = await subjectOf(ctx, fields.query, modelSlug === undefined && patch.query?.kind !== "model" ? model?.slug : modelSlug);
    const teamId = teamSlug === undefined ? team.id : (await teamFor(ctx, teamSlug)).id;
    const after = kpiAnswer(await writeKpi(ctx.db, id, { ...fields, modelId: subject?.id ?? null, teamId }, ctx.now));
    await ctx.audit({ action: "kpi.update", noun: "kpi", id, name: after.slug, before: kpiAnswer(before), after });
    return after;
  },
});
