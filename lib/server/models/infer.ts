import "server-only";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";
import { inferSchema } from "#lib/domain/models/infer-schema";
import { BulkBodyInput, limitedText } from "../http/limited-text.ts";
import { operation } from "../operation.ts";
import { findModel } from "./find-model.ts";
import { sampleRows } from "./sample-rows.ts";

const maximumBytes = 16_000_000;

async function infer(body: z.output<typeof BulkBodyInput>) {
  const rows = sampleRows(await limitedText(body, maximumBytes));
  if (rows.length === 0) throw new AppError("invalid", "The sample has no rows. Send some lines of NDJSON, or CSV with a header.");
  return inferSchema(rows);
}

export const inferNewSchema = operation({
  permission: "model:write",
  effect: "stream",
  summary: "Propose task, columns and mapping from a sample of rows (NDJSON or CSV); nothing is stored",
  input: z.object({ body: BulkBodyInput }),
  run: ({ input }) => infer(input.body),
});

export const inferModelSchema = operation({
  permission: "model:write",
  effect: "stream",
  summary: "Propose a model's schema from a sample of rows (NDJSON or CSV); nothing is stored",
  input: z.object({ slug: z.string(), body: BulkBodyInput }),
  run: async ({ ctx, input }) => {
    await findModel(ctx, input.slug);
    return infer(input.body);
  },
});
