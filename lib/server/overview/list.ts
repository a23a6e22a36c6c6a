import "server-only";
import { z } from "zod";
import { readModels } from "#lib/db/models";
import { OverviewAnswer } from "#lib/domain/analysis/answers/overview";
import { byAttention } from "#lib/domain/models/attention";
import { criticalities, tasks } from "#lib/domain/models/model";
import type { ModelRow } from "#lib/domain/models/model-row";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { modelRows } from "./model-rows.ts";

const ModelRowOutput = OverviewAnswer.omit({ model: true, pendingRows: true }).extend({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  team: z.string(),
  teamName: z.string(),
  task: z.enum(tasks),
  criticality: z.enum(criticalities),
  champion: z.string().nullable(),
  incidents: z.object({ open: z.number().int(), worst: z.enum(["warning", "critical"]).nullable(), number: z.number().int().nullable() }),
});

export const listOverview = operation({
  permission: "model:read",
  effect: "read",
  summary: "Every model with its verdict; within a page what needs attention comes first",
  input: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(100).optional(),
    q: z.string().trim().max(200).optional(),
    team: z.string().max(100).optional(),
  }),
  output: z.object({ items: z.array(ModelRowOutput), nextCursor: z.string().nullable() }),
  run: async ({ ctx, input }): Promise<{ items: ModelRow[]; nextCursor: string | null }> => {
    const found = await readModels(ctx.db, ctx.scope, input);
    const models = found.slice(0, input.limit);
    const rows = await modelRows(ctx, models);
    return { items: rows.sort(byAttention), nextCursor: found.length > input.limit ? (models.at(-1)?.slug ?? null) : null };
  },
});

/** One model as the list shows it; for the head of its own pages. */
export const readModelRow = operation({
  permission: "model:read",
  effect: "read",
  summary: "One model with its verdict",
  input: z.object({ slug: z.string().max(100) }),
  output: ModelRowOutput,
  run: async ({ ctx, input }): Promise<ModelRow | null> => (await modelRows(ctx, [await findModel(ctx, input.slug)]))[0] ?? null,
});
