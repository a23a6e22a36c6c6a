import "server-only";
import { type MetricPoint, metricPoints } from "#lib/domain/analysis/metric-points";
import { AppError } from "#lib/domain/errors";
import type { MetricDefinition } from "#lib/domain/metrics/metric-definition";
import { findMetric } from "#lib/domain/metrics/registry";
import type { Model, WindowSize } from "#lib/domain/models/model";
import { windowStart } from "#lib/domain/time/window";
import type { Context } from "../context.ts";
import { Segment } from "./input.ts";
import { loadSeries } from "./load-question.ts";

/** What a KPI or a rule watches of a model. `segment` is name:value or name=value. */
export type MetricQuery = {
  metric: string;
  feature?: string | undefined;
  attribute?: string | undefined;
  group?: string | undefined;
  baseGroup?: string | undefined;
  version?: string | undefined;
  segment?: string | undefined;
};

/** Times in ms since 1970, or so many windows up to and with the one that holds `to`. */
export type MetricRange = { from: Date; to: Date } | { windowsBefore: number; to: Date };

export type { MetricPoint };

/** The definition of the metric; `invalid` or `not_found` when this model has no such metric, column or attribute. */
export function checkMetricQuery(model: Model, { metric, feature, attribute, segment }: MetricQuery): MetricDefinition {
  const definition = findMetric(metric, model.task);
  const outputs = ["@score", "@prediction"].map((name) => ({ name }));
  const columns = [...model.schema.features, ...outputs];
  if (feature !== undefined && !columns.some(({ name }) => name === feature))
    throw new AppError(
      "invalid",
      `${model.slug} has no column ${feature}. It has ${columns
        .slice(0, 50)
        .map(({ name }) => name)
        .join(", ")}.`,
    );
  if (attribute !== undefined && !model.schema.groups.some(({ name }) => name === attribute))
    throw new AppError(
      "invalid",
      `${model.slug} has no group attribute ${attribute}. It has ${model.schema.groups.map(({ name }) => name).join(", ") || "none"}.`,
    );
  if (segment !== undefined) parseSegment(segment);
  return definition;
}

function parseSegment(text: string): { name: string; value: string } {
  const parsed = Segment.safeParse(text);
  if (!parsed.success) throw new AppError("invalid", "Write a segment as name:value, such as region:NE.");
  return parsed.data;
}

/**
 * A metric of the registry for every window of a range, empty ones included. Without `size` the model's own window. Permission is the
 * caller's affair.
 */
export async function metricSeries(
  ctx: Pick<Context, "db" | "now">,
  model: Model,
  query: MetricQuery,
  range: MetricRange,
  size: WindowSize = model.window,
): Promise<MetricPoint[]> {
  const definition = checkMetricQuery(model, query);
  const to = range.to.getTime();
  const from = "from" in range ? range.from.getTime() : startBefore(to, range.windowsBefore, size, model.timeZone);
  const { question } = await loadSeries(ctx, model, {
    from,
    to,
    window: size,
    version: query.version,
    segment: query.segment === undefined ? undefined : parseSegment(query.segment),
    // A long series goes on where some of its windows are gone.
    expired: "empty",
  });
  return metricPoints(definition, question, query);
}

function startBefore(to: number, windows: number, size: WindowSize, timeZone: string): number {
  let start = windowStart(to - 1, size, timeZone);
  for (let count = 1; count < windows; count++) start = windowStart(start - 1, size, timeZone);
  return start;
}
