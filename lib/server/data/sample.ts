import "server-only";
import { z } from "zod";
import { readNewestRows } from "#lib/db/newest-rows";
import { shownRow } from "#lib/domain/models/shown-row";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

const Value = z.union([z.string(), z.number(), z.boolean()]).nullable();
const Values = z.record(z.string(), Value);
const Numbers = z.record(z.string(), z.number()).nullable();

const Row = z.object({
  id: z.string(),
  name: z.string(),
  timestamp: z.string(),
  version: z.string(),
  score: z.number().nullable(),
  scores: Numbers,
  prediction: Value,
  label: Value,
  latencyMs: z.number().nullable(),
  error: z.string().nullable(),
  features: Values,
  groups: Values,
  segments: Values,
  attributions: Numbers,
  wrongType: z.record(z.string(), z.string()),
});

const Moment = z.coerce.date("Write a time such as 2026-01-01T00:00:00Z.").optional();

/** Rows are personal data: who looked at how many of which model is kept. */
export const samplePredictions = operation({
  permission: "row:read",
  effect: "read",
  summary: "The newest rows of a model; each look is audited",
  input: z.object({ slug: z.string(), limit: z.coerce.number().int().min(1).max(1000).default(50), from: Moment, to: Moment }),
  output: z.object({ items: z.array(Row), nextCursor: z.null() }),
  run: async ({ ctx, input: { slug, limit, from, to } }) => {
    const model = await findModel(ctx, slug);
    const rows = await readNewestRows({ model: model.number, limit, from, to, now: ctx.now });
    await ctx.audit({
      action: "row.read",
      noun: "model",
      id: model.id,
      name: model.slug,
      after: { rows: rows.length, from: from ?? null, to: to ?? null },
    });
    return { items: rows.map((row) => ({ name: row.id, ...shownRow(model, row) })), nextCursor: null };
  },
});
