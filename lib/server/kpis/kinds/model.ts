import "server-only";
import { AppError } from "#lib/domain/errors";
import { newestSettled } from "#lib/domain/kpis/newest-settled";
import { type WindowSize, windows } from "#lib/domain/models/model";
import { metricSeries } from "#lib/server/analysis/metric-series";
import { modelOf } from "../model-of.ts";
import type { KpiReader, StepRange } from "../reader.ts";

/** Windows back from now in which the newest judged value is looked for. */
const lookBack = 6;

const windowOf = (name: string): WindowSize | null => windows.find((window) => window === name) ?? null;

function sizeOf({ steps }: StepRange, slug: string): WindowSize {
  const size = steps.kind === "window" ? windowOf(steps.size) : null;
  if (size) return size;
  throw new AppError("invalid", `${slug} is a metric of a model, which is counted in windows: use a step of ${windows.join(", ")}.`);
}

export const modelReader: KpiReader<"model"> = {
  lines: async ({ ctx, kpi, query, range }) => {
    const size = sizeOf(range, kpi.slug);
    const points = await metricSeries(ctx, await modelOf(ctx, query), query, { from: new Date(range.from), to: new Date(range.to) }, size);
    // As for the present value: a window that waits for labels has none yet.
    const byStart = new Map(points.map(({ start, value, status }) => [start, status === "pending" ? null : value]));
    return [{ labels: {}, values: range.starts.map((start) => byStart.get(start) ?? null) }];
  },
  latest: async ({ ctx, kpi, query, now }) => {
    const size = query.window ?? windowOf(kpi.window) ?? "1h";
    const model = await modelOf(ctx, query);
    const settledAt = async (to: Date) =>
      newestSettled(await metricSeries(ctx, model, query, { windowsBefore: lookBack, to }, size), to.getTime());
    // Where labels take longer than these windows, the newest that has them lies as far back as they take.
    const newest = (await settledAt(now)) ?? (await settledAt(new Date(now.getTime() - model.labelDelaySeconds * 1000)));
    if (!newest) return [];
    const { end, value, reason, samples, status } = newest;
    return [{ labels: {}, time: new Date(end), value, reason: reason ?? null, samples, enough: status !== "not_enough_data" }];
  },
};
