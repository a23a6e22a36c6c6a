import "server-only";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";
import { type Kpi, kpiWindows } from "#lib/domain/kpis/kpi";
import type { KpiSeries } from "#lib/domain/kpis/kpi-value";
import { type Steps, stepCount, stepStarts } from "#lib/domain/kpis/sum-up-points";
import { durationSeconds } from "#lib/domain/time/duration";
import { operation } from "../operation.ts";
import { findKpi } from "./find-kpi.ts";
import { kpiLines } from "./read.ts";
import type { ReadContext } from "./reader.ts";

const mostSteps = 11_000;
const windowSeconds: Record<number, (typeof kpiWindows)[number]> = { 60: "1m", 300: "5m", 3600: "1h", 86400: "1d", 604800: "1w" };

/** How a step is cut: a window by its name or length in the KPI's time zone, any other duration counted from `from`. */
export function stepsOf(kpi: Pick<Kpi, "window" | "timeZone">, step: string | undefined): Steps {
  const named = kpiWindows.find((window) => window === (step ?? kpi.window));
  if (named) return { kind: "window", size: named, timeZone: kpi.timeZone };
  const seconds = durationSeconds(step ?? "");
  if (seconds === null || seconds < 1) throw new AppError("invalid", "step: Write a window such as 1h or 1mo, or a duration such as 15m.");
  const size = windowSeconds[seconds];
  return size ? { kind: "window", size, timeZone: kpi.timeZone } : { kind: "every", seconds };
}

type Range = { from: Date; to: Date; step?: string | undefined };

/** A KPI over time: one point per step, at its start; a step without a value is null. Throws `invalid` for more than `most` points. */
export async function kpiSeries(ctx: ReadContext, kpi: Kpi, { from, to, step }: Range, most = mostSteps): Promise<KpiSeries[]> {
  const steps = stepsOf(kpi, step);
  const range = { from: from.getTime(), to: to.getTime(), steps };
  if (range.to <= range.from) throw new AppError("invalid", "to: The end must be after the start.");
  if (stepCount(range.from, range.to, steps) > most)
    throw new AppError("invalid", `step: That is more than ${most} points. Choose a longer step or a shorter range.`);
  const starts = stepStarts(range.from, range.to, steps);
  const lines = await kpiLines(ctx, kpi, { ...range, starts });
  const times = starts.map((start) => new Date(start).toISOString());
  const point = (values: (number | null)[]) => times.map((time, index): [string, number | null] => [time, values[index] ?? null]);
  if (lines.length === 0) return [{ labels: {}, points: point([]) }];
  return lines.map(({ labels, values }) => ({ labels, points: point(values) }));
}

const month = 30 * 86_400_000;

export const readKpiSeries = operation({
  permission: "kpi:read",
  effect: "read",
  summary: "A KPI over time",
  input: z.object({
    slug: z.string(),
    from: z.coerce.date("Write a time such as 2026-01-01T00:00:00Z.").optional(),
    to: z.coerce.date("Write a time such as 2026-01-01T00:00:00Z.").optional(),
    step: z.string().max(40).optional(),
  }),
  output: z.object({
    series: z.array(z.object({ labels: z.record(z.string(), z.string()), points: z.array(z.tuple([z.string(), z.number().nullable()])) })),
  }),
  run: async ({ ctx, input }) => {
    const kpi = await findKpi(ctx, input.slug);
    const to = input.to ?? ctx.now;
    return { series: await kpiSeries(ctx, kpi, { from: input.from ?? new Date(to.getTime() - month), to, step: input.step }) };
  },
});
