import { z } from "zod";
import { type Model, ModelInput, ModelSchema, Slug } from "./model.ts";

const field = ModelInput.shape;
const part = ModelSchema.shape;

/**
 * What may change of a model; what is absent stays. Of `schema`, each of features, groups and segments is replaced as a whole.
 * No defaults here: a default would overwrite what nobody mentioned.
 */
export const ModelPatch = z
  .object({
    name: field.name,
    task: field.task,
    team: Slug,
    criticality: field.criticality.unwrap(),
    description: field.description.unwrap(),
    schema: z.object({ features: part.features.unwrap(), groups: part.groups.unwrap(), segments: part.segments.unwrap() }).partial(),
    decisionThreshold: field.decisionThreshold.unwrap(),
    positiveLabel: field.positiveLabel.unwrap(),
    labelDelay: field.labelDelay.unwrap(),
    window: field.window.unwrap(),
    timeZone: field.timeZone.unwrap(),
    minimumRows: field.minimumRows.unwrap(),
    minimumLabelCoverage: field.minimumLabelCoverage.unwrap(),
    retention: field.retention.unwrap(),
    store: field.store.unwrap(),
  })
  .partial();
export type ModelPatch = z.infer<typeof ModelPatch>;

const counted = ["timeZone", "decisionThreshold", "positiveLabel", "schema"] as const;

/** Which changes mean that stored Profiles no longer say what the rows say; empty when a re-count is not needed. */
export const recountReasons = (before: Model, after: Model): string[] =>
  counted.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
