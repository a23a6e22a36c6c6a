import "server-only";
import { z } from "zod";
import { readModels } from "#lib/db/models";
import { modelAnswer } from "#lib/domain/models/model-answer";
import { operation } from "../operation.ts";
import { ModelOutput } from "./model-output.ts";

export const listModels = operation({
  permission: "model:read",
  effect: "read",
  summary: "Models, by slug",
  input: z.object({
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(100).optional(),
    q: z.string().trim().max(200).optional(),
    team: z.string().max(100).optional(),
  }),
  output: z.object({ items: z.array(ModelOutput), nextCursor: z.string().nullable() }),
  run: async ({ ctx, input }) => {
    const found = await readModels(ctx.db, ctx.scope, input);
    const items = found.slice(0, input.limit).map(modelAnswer);
    return { items, nextCursor: found.length > input.limit ? (items.at(-1)?.slug ?? null) : null };
  },
});
