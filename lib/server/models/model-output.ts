import "server-only";
import { z } from "zod";
import { criticalities, ModelSchema, Store, tasks, windows } from "#lib/domain/models/model";

/** The shape of a model in answers, for the API document. */
export const ModelOutput = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  task: z.enum(tasks),
  team: z.string(),
  teamName: z.string(),
  criticality: z.enum(criticalities),
  description: z.string(),
  schema: ModelSchema,
  decisionThreshold: z.number(),
  positiveLabel: z.union([z.string(), z.number(), z.boolean()]),
  labelDelay: z.string(),
  window: z.enum(windows),
  timeZone: z.string(),
  minimumRows: z.number().int(),
  minimumLabelCoverage: z.number(),
  retention: z.record(z.string(), z.string()).nullable(),
  store: Store,
  reference: z.object({ version: z.number().int(), rows: z.number().int(), createdAt: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
