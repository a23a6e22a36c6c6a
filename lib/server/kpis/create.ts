import "server-only";
import type { z } from "zod";
import { insertKpi, readKpi } from "#lib/db/kpis";
import { AppError } from "#lib/domain/errors";
import { type KpiAnswer, KpiInput, kpiAnswer } from "#lib/domain/kpis/kpi";
import type { Context } from "../context.ts";
import { operation } from "../operation.ts";
import { teamFor } from "../teams/team-for.ts";
import { checkKpiQuery } from "./check-query.ts";
import { KpiOutput } from "./kpi-output.ts";
import { subjectOf } from "./subject-of.ts";

/** Slugs that are words of our own addresses. */
const taken = ["summary", "new"];

/** Checks and writes a KPI with its audit entry, in the caller's transaction. It belongs to its model's team where it has a model. */
export async function addKpi(ctx: Context, { model: modelSlug, team: teamSlug, ...input }: z.output<typeof KpiInput>): Promise<KpiAnswer> {
  if (taken.includes(input.slug)) throw new AppError("invalid", `The slug ${input.slug} is taken by a page. Choose another.`);
  if (await readKpi(ctx.db, { teamId: null }, input.slug))
    throw new AppError("conflict", `There is a KPI ${input.slug} already. Choose another slug.`);
  const model = await subjectOf(ctx, input.query, modelSlug);
  const team = model && !teamSlug ? model.team : await teamFor(ctx, teamSlug);
  await checkKpiQuery(ctx, input);
  const kpi = kpiAnswer(await insertKpi(ctx.db, { ...input, teamId: team.id, modelId: model?.id ?? null }, ctx.now));
  await ctx.audit({ action: "kpi.create", noun: "kpi", id: kpi.id, name: kpi.slug, after: kpi });
  return kpi;
}

export const createKpi = operation({
  permission: "kpi:write",
  effect: "write",
  summary: "Create a KPI",
  input: KpiInput,
  output: KpiOutput,
  run: ({ ctx, input }) => addKpi(ctx, input),
});
