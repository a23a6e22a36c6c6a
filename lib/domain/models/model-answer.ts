import { formatDuration } from "#lib/domain/time/duration";
import { withoutSlots } from "./assign-slots.ts";
import type { Model, ModelSchema } from "./model.ts";

/** A model as the API gives it: what was sent, written in the same way, so that an answer can be sent again. */
export type ModelAnswer = Pick<
  Model,
  | "id"
  | "slug"
  | "name"
  | "task"
  | "criticality"
  | "description"
  | "decisionThreshold"
  | "positiveLabel"
  | "window"
  | "timeZone"
  | "minimumRows"
  | "minimumLabelCoverage"
  | "store"
> & {
  team: string;
  teamName: string;
  schema: ModelSchema;
  labelDelay: string;
  retention: Record<string, string> | null;
  reference: { version: number; rows: number; createdAt: string } | null;
  createdAt: string;
  updatedAt: string;
};

export const modelAnswer = (model: Model): ModelAnswer => ({
  id: model.id,
  slug: model.slug,
  name: model.name,
  task: model.task,
  team: model.team.slug,
  teamName: model.team.name,
  criticality: model.criticality,
  description: model.description,
  schema: withoutSlots(model.schema),
  decisionThreshold: model.decisionThreshold,
  positiveLabel: model.positiveLabel,
  labelDelay: formatDuration(model.labelDelaySeconds),
  window: model.window,
  timeZone: model.timeZone,
  minimumRows: model.minimumRows,
  minimumLabelCoverage: model.minimumLabelCoverage,
  retention:
    model.retention && Object.fromEntries(Object.entries(model.retention).map(([tier, seconds]) => [tier, formatDuration(seconds)])),
  store: model.store,
  reference: model.reference && {
    version: model.reference.version,
    rows: model.reference.rows,
    createdAt: model.reference.createdAt.toISOString(),
  },
  createdAt: model.createdAt.toISOString(),
  updatedAt: model.updatedAt.toISOString(),
});
