import "server-only";
import { z } from "zod";
import { readImports } from "#lib/db/data-imports";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

export const listImports = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Uploads of a model and what was wrong with them, the newest first",
  input: z.object({ slug: z.string(), limit: z.coerce.number().int().min(1).max(500).default(50) }),
  run: async ({ ctx, input }) => ({
    items: await readImports(ctx.db, (await findModel(ctx, input.slug)).id, input.limit),
    nextCursor: null,
  }),
});
