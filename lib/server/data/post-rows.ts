import "server-only";
import { z } from "zod";
import type { ImportKind } from "#lib/db/data-imports";
import type { LineError } from "#lib/domain/events/event";
import type { Model } from "#lib/domain/models/model";
import type { Context } from "../context.ts";
import { ingestLabels } from "../ingest/ingest-labels.ts";
import { ingestPredictions } from "../ingest/ingest-predictions.ts";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { count } from "../service/counters.ts";
import { Atomic, BulkInput, BulkOutput } from "./bulk-input.ts";
import { recordImport } from "./record-import.ts";

type Counts = { accepted: number; duplicates: number; rejected: number; errors: readonly LineError[] };

/** A file is an upload that somebody made: it is listed and audited. A stream of events is neither, it is the model at work. */
async function received<A extends Counts>(
  ctx: Context,
  model: Model,
  kind: ImportKind,
  file: string | undefined,
  run: () => Promise<A>,
): Promise<A> {
  const answer = file === undefined ? await run() : await recordImport({ ctx, model, kind, fileName: file }, run);
  const { accepted, duplicates, rejected } = answer;
  for (const [outcome, rows] of Object.entries({ accepted, duplicates, rejected }))
    if (rows > 0) count("modelwatch_ingested_rows_total", { kind, outcome }, rows);
  if (file !== undefined || ctx.actor.kind === "user")
    await ctx.audit({
      action: `${kind}.import`,
      noun: "model",
      id: model.id,
      name: model.slug,
      after: { file: file ?? null, accepted, duplicates, rejected },
    });
  return answer;
}

export const postPredictions = operation({
  permission: "data:write",
  effect: "stream",
  summary: "Send predictions; valid lines are kept, the same again changes nothing",
  input: BulkInput.extend({ atomic: Atomic }),
  output: BulkOutput,
  run: async ({ ctx, input: { slug, body, file, mapping, atomic } }) => {
    const model = await findModel(ctx, slug);
    return received(ctx, model, "predictions", file, () =>
      ingestPredictions({ model, body, atomic, mapping: mapping ?? null, now: ctx.now }),
    );
  },
});

export const postLabels = operation({
  permission: "data:write",
  effect: "stream",
  summary: "Send labels; one that comes before its prediction waits, a changed one replaces the old",
  input: BulkInput.extend({ atomic: Atomic }),
  output: BulkOutput.extend({ pending: z.number().int() }),
  run: async ({ ctx, input: { slug, body, file, mapping, atomic } }) => {
    const model = await findModel(ctx, slug);
    return received(ctx, model, "labels", file, () => ingestLabels({ model, body, atomic, mapping: mapping ?? null, now: ctx.now }));
  },
});
