import "server-only";
import { z } from "zod";
import { prisma } from "#lib/db/client";
import { readFormulas } from "#lib/db/kpis";
import { eraseModelTelemetry } from "#lib/db/model-telemetry";
import { AppError } from "#lib/domain/errors";
import type { Model } from "#lib/domain/models/model";
import { modelAnswer } from "#lib/domain/models/model-answer";
import { auditIn } from "../audit/emit.ts";
import type { Context } from "../context.ts";
import { operation } from "../operation.ts";
import { findModel } from "./find-model.ts";

/** KPIs go with their model; a formula of another team must not lose its ground without a word. */
async function refuseWhileNeeded(ctx: Context, model: Model): Promise<void> {
  const own = new Set((await ctx.db.kpi.findMany({ where: { modelId: model.id }, select: { slug: true } })).map(({ slug }) => slug));
  const user = (await readFormulas(ctx.db)).find(({ slug, inputs }) => !own.has(slug) && inputs.some((input) => own.has(input)));
  if (user) throw new AppError("conflict", `The formula ${user.slug} stands on a KPI of ${model.slug}. Change or delete it first.`);
}

export const removeModel = operation({
  permission: "data:erase",
  effect: "stream",
  summary: "Delete a model with everything that is known of it: rows, Profiles, references, KPIs, rules and incidents",
  input: z.object({ slug: z.string() }),
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.slug);
    await refuseWhileNeeded(ctx, model);
    const references = await ctx.db.reference.findMany({ where: { modelId: model.id }, select: { number: true } });
    await eraseModelTelemetry(
      model.number,
      references.map(({ number }) => number),
      () =>
        prisma().$transaction(async (db) => {
          const { count } = await db.model.deleteMany({ where: { id: model.id } });
          if (count === 0) throw new AppError("not_found", `Model ${input.slug} does not exist.`);
          await auditIn(db, ctx, { action: "model.delete", noun: "model", id: model.id, name: model.slug, before: modelAnswer(model) });
        }),
    );
    return null;
  },
});
