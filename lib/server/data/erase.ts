import "server-only";
import { z } from "zod";
import { inTransaction, withConnection } from "#lib/db/telemetry/connection";
import { eraseId, eraseRange } from "#lib/db/telemetry/erase";
import { AppError } from "#lib/domain/errors";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

const Moment = z.coerce.date("Write a time such as 2026-01-01T00:00:00Z.");

export const erasePredictions = operation({
  permission: "data:erase",
  effect: "stream",
  summary: "Erase the predictions of a stretch of time; their Profiles are counted again",
  input: z.object({ slug: z.string(), from: Moment, to: Moment }),
  run: async ({ ctx, input: { slug, from, to } }) => {
    const model = await findModel(ctx, slug);
    if (to <= from) throw new AppError("invalid", "to: The end must be after the start.");
    await withConnection((client) =>
      inTransaction(client, async () => {
        const rows = await eraseRange(client, model, from, to);
        await ctx.audit({ action: "predictions.erase", noun: "model", id: model.id, name: model.slug, before: { from, to, rows } });
      }),
    );
    return null;
  },
});

export const erasePrediction = operation({
  permission: "data:erase",
  effect: "stream",
  summary: "Erase everything stored under one id: its predictions and labels; their Profiles are counted again",
  input: z.object({ slug: z.string(), id: z.string().min(1).max(200) }),
  run: async ({ ctx, input: { slug, id } }) => {
    const model = await findModel(ctx, slug);
    await withConnection((client) =>
      inTransaction(client, async () => {
        const { events, labels } = await eraseId(client, model, id);
        if (events + labels === 0) throw new AppError("not_found", `Model ${model.slug} has nothing under the id ${id}.`);
        // The id itself may be personal data, so the trail keeps how much went, not whose.
        await ctx.audit({ action: "predictions.erase", noun: "model", id: model.id, name: model.slug, before: { events, labels } });
      }),
    );
    return null;
  },
});
