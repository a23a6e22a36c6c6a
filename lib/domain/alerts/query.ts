import { z } from "zod";
import { Slug, windows } from "#lib/domain/models/model";

const Name = z.string().trim().min(1).max(200);

/** A metric of a model, such as `performance.rocAuc` or `drift.psi`, over the model's own window unless another is named. */
const ModelQuery = z.strictObject({
  kind: z.literal("model"),
  model: Slug,
  metric: z.string().regex(/^[a-z][A-Za-z]*(\.[A-Za-z0-9]+)+$/, "Write a metric with its page, such as performance.rocAuc or drift.psi."),
  feature: Name.optional(),
  attribute: Name.optional(),
  version: Name.optional(),
  segment: z
    .string()
    .regex(/^[^=:]+[=:].+$/, "Write a segment as name:value, such as region:NE.")
    .optional(),
  window: z.enum(windows).optional(),
});

const KpiQuery = z.strictObject({ kind: z.literal("kpi"), kpi: Slug });

/** What a rule watches. Another source is one more entry here. */
export const RuleQuery = z.discriminatedUnion("kind", [KpiQuery, ModelQuery], 'Write {"kind":"kpi",…} or {"kind":"model",…}.');
export type RuleQuery = z.infer<typeof RuleQuery>;
