import "server-only";
import { AppError } from "#lib/domain/errors";
import { type WindowSize, windows } from "#lib/domain/models/model";
import { readMetric } from "../read-metric.ts";
import type { KpiReader, StepRange } from "../reader.ts";

/** Windows back from now in which the newest judged value is looked for; late labels keep the last ones waiting. */
const lookBack = 14;

const windowOf = (name: string): WindowSize | null => windows.find((window) => window === name) ?? null;

function sizeOf({ steps }: StepRange, slug: string): WindowSize {
  const size = steps.kind === "window" ? windowOf(steps.size) : null;
  if (size) return size;
  throw new AppError("invalid", `${slug} is a metric of a model, which is counted in windows: use a step of ${windows.join(", ")}.`);
}

export const modelReader: KpiReader<"model"> = {
  lines: async ({ ctx, kpi, query, range }) => {
    const points = await readMetric(ctx, query, { from: new Date(range.from), to: new Date(range.to) }, sizeOf(range, kpi.slug));
    const byStart = new Map(points.map(({ start, value }) => [start, value]));
    return [{ labels: {}, values: range.starts.map((start) => byStart.get(start) ?? null) }];
  },
  latest: async ({ ctx, kpi, query, now }) => {
    const size = query.window ?? windowOf(kpi.window) ?? "1h";
    const points = await readMetric(ctx, query, { windowsBefore: lookBack, to: now }, size);
    // A window that still waits for rows or labels would be judged on what happens to be there already.
    const settled = points.filter(({ complete, status }) => complete && status !== "pending");
    const newest = settled.findLast(({ status }) => status !== "no_data") ?? settled.at(-1);
    if (!newest) return [];
    const { end, value, reason, samples, status } = newest;
    return [{ labels: {}, time: new Date(end), value, reason, samples, enough: status !== "not_enough_data" }];
  },
};
