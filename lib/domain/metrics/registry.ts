import { AppError } from "#lib/domain/errors";
import type { Task } from "#lib/domain/models/model";
import { bias } from "./families/bias.ts";
import { drift } from "./families/drift.ts";
import { explainability } from "./families/explainability.ts";
import { operations } from "./families/operations.ts";
import { estimated, performance } from "./families/performance.ts";
import { quality } from "./families/quality.ts";
import { volume } from "./families/volume.ts";
import type { MetricDefinition } from "./metric-definition.ts";

/** Every metric of a model that a KPI or a rule can watch. A new one is one line in its family. */
export const metricRegistry: readonly MetricDefinition[] = [
  ...performance,
  ...estimated,
  ...drift,
  ...quality,
  ...operations,
  ...volume,
  ...bias,
  ...explainability,
];

const byName = new Map(metricRegistry.map((definition) => [definition.name, definition]));

export const isMetric = (name: string): boolean => byName.has(name);

/** The metrics that models of a task have, in the order of the pages. */
export const metricsOf = (task: Task): MetricDefinition[] => metricRegistry.filter(({ tasks }) => tasks.includes(task));

/** The definition of a metric for a task; `invalid` names what there is when the task has no such metric. */
export function findMetric(name: string, task: Task): MetricDefinition {
  const definition = byName.get(name);
  if (definition?.tasks.includes(task)) return definition;
  const page = name.split(".")[0];
  const near = metricsOf(task).filter((metric) => metric.name.startsWith(`${page}.`));
  const offered = (near.length > 0 ? near : metricsOf(task)).map((metric) => metric.name);
  throw new AppError("invalid", `A ${task} model has no metric ${name}. It has ${offered.slice(0, 30).join(", ")}.`);
}
