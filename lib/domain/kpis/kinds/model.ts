import { z } from "zod";
import { Slug, windows } from "#lib/domain/models/model";

const Name = z.string().trim().min(1).max(200);

/** A metric of a model, by its page and name: `performance.rocAuc`, `drift.psi` with a feature, `bias.selectionRate` with an attribute. */
export const ModelKpiQuery = z.object({
  kind: z.literal("model"),
  model: Slug,
  metric: z.string().regex(/^[a-z][A-Za-z-]*(\.[A-Za-z0-9]+)+$/, "Write a metric with its page, such as performance.rocAuc or drift.psi."),
  feature: Name.optional(),
  attribute: Name.optional(),
  group: Name.optional(),
  baseGroup: Name.optional(),
  version: Name.optional(),
  segment: z
    .string()
    .regex(/^[^=:]+[=:].+$/, "Write a segment as name:value, such as region:NE.")
    .optional(),
  window: z.enum(windows).optional(),
});

export const modelKind = { kind: "model", label: "A metric of a model", query: ModelKpiQuery } as const;
