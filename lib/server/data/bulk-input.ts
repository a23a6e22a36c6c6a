import "server-only";
import { z } from "zod";
import { BulkBodyInput } from "../http/limited-text.ts";

/** Readers of bodies know "" as a column that is left out. */
const Mapping = z.record(
  z.string(),
  z
    .string()
    .nullable()
    .transform((field) => field ?? ""),
);

/** A mapping in the query is JSON: column → field, null leaves the column out. */
const MappingText = z
  .string()
  .max(100_000)
  .transform((text, context): z.output<typeof Mapping> => {
    try {
      const parsed = Mapping.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
    } catch {}
    context.addIssue({ code: "custom", message: 'Write a JSON object such as {"y_pred_proba":"score","row":null}.' });
    return z.NEVER;
  });

/** What every bulk write of rows takes. `file` names an upload, which then is listed among the imports. */
export const BulkInput = z.object({
  slug: z.string(),
  body: BulkBodyInput,
  file: z.string().trim().min(1).max(300).optional(),
  mapping: MappingText.optional(),
});

export const Atomic = z.union([z.boolean(), z.stringbool()]).default(false);

const lineError = z.object({ line: z.number().int(), code: z.string(), path: z.string(), message: z.string() });
export const BulkOutput = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  errors: z.array(lineError),
  warnings: z.array(z.object({ code: z.string(), path: z.string(), lines: z.number().int() })),
});
export const ReferenceOutput = BulkOutput.omit({ accepted: true, duplicates: true }).extend({
  version: z.number().int(),
  rows: z.number().int(),
});
