import "server-only";
import type { PreviewSeries } from "#lib/domain/alerts/preview";
import type { EvaluationResult } from "#lib/domain/alerts/reading";
import type { AlertRule } from "#lib/domain/alerts/rule";
import { AppError } from "#lib/domain/errors";
import { newestSettled } from "#lib/domain/kpis/newest-settled";
import { type WindowSize, windows } from "#lib/domain/models/model";
import { durationSeconds } from "#lib/domain/time/duration";
import { type MetricPoint, type MetricQuery, metricSeries } from "../analysis/metric-series.ts";
import type { Context } from "../context.ts";
import { findKpi } from "../kpis/find-kpi.ts";
import { latestKpiValue } from "../kpis/read.ts";
import { kpiSeries } from "../kpis/series.ts";
import { findModel } from "../models/find-model.ts";

type Ctx = Pick<Context, "db" | "now" | "scope">;
type Query = AlertRule["query"];

/** How many windows back the newest settled one is looked for: late labels keep the last ones waiting. */
const lookBack = 40;
const mostAtOnce = 1_900;
const most = 20_000;

type Watched = { model: string; metric: MetricQuery; size: WindowSize | undefined };

/** A rule over a model's metric, or over a KPI that is one, is judged by windows. Null: the KPI is something else. */
async function windowsOf(ctx: Ctx, query: Query): Promise<Watched | null> {
  if (query.kind === "model") {
    const { kind: _kind, model, window, ...metric } = query;
    return { model, metric, size: window };
  }
  const kpi = await findKpi(ctx, query.kpi);
  if (kpi.query.kind !== "model") return null;
  const { kind: _kind, model, window, ...metric } = kpi.query;
  return { model, metric, size: window ?? windows.find((size) => size === kpi.window) };
}

/** A window can be judged when it is over and its labels have come. */
const isSettled = (point: MetricPoint, nowMs: number): boolean => point.end <= nowMs && point.status !== "pending";

/** What a rule watches, at a moment: the newest window that can be judged, or the present value of each series of a KPI. */
export async function readQuery(ctx: Ctx, rule: Pick<AlertRule, "query" | "evaluationDelay">, now: Date): Promise<EvaluationResult> {
  const watched = await windowsOf(ctx, rule.query);
  if (watched) {
    const model = await findModel(ctx, watched.model);
    const points = await metricSeries({ db: ctx.db, now }, model, watched.metric, { windowsBefore: lookBack, to: now }, watched.size);
    const delayMs = (durationSeconds(rule.evaluationDelay ?? "0s") ?? 0) * 1000;
    const newest = newestSettled(points, now.getTime() - delayMs);
    if (!newest || newest.status === "no_data") return { kind: "series", series: [] };
    return { kind: "series", series: [{ labels: {}, value: newest.value, samples: newest.samples }] };
  }
  if (rule.query.kind !== "kpi") return { kind: "series", series: [] };
  const kpi = await findKpi(ctx, rule.query.kpi);
  const values = await latestKpiValue({ db: ctx.db, now }, kpi, now);
  return {
    kind: "series",
    series: values.map(({ labels, value, samples }) => ({ labels, value, ...(samples === undefined ? {} : { samples }) })),
  };
}

/** The windows of a metric over a long range, read in parts that a single answer may have. */
async function history(ctx: Ctx, { model: slug, metric, size }: Watched, from: Date, to: Date): Promise<MetricPoint[]> {
  const model = await findModel(ctx, slug);
  const window = size ?? model.window;
  const lengths: Record<WindowSize, number> = { "5m": 300, "1h": 3600, "1d": 86_400, "1w": 604_800, "1mo": 2_592_000 };
  const part = lengths[window] * 1000 * mostAtOnce;
  if ((to.getTime() - from.getTime()) / (lengths[window] * 1000) > most)
    throw new AppError("invalid", `That is more than ${most} windows of ${window}. Choose a shorter range.`);
  const points: MetricPoint[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += part) {
    const next = await metricSeries(ctx, model, metric, { from: new Date(at), to: new Date(Math.min(to.getTime(), at + part)) }, window);
    const last = points.at(-1)?.start ?? Number.NEGATIVE_INFINITY;
    points.push(...next.filter(({ start }) => start > last));
  }
  return points;
}

/** What a rule would have seen: one evaluation for each window that is over, or for each value of a KPI. */
export async function historyOf(ctx: Ctx, query: Query, { from, to }: { from: Date; to: Date }): Promise<PreviewSeries[]> {
  const watched = await windowsOf(ctx, query);
  if (watched) {
    const points = (await history(ctx, watched, from, to)).filter((point) => isSettled(point, ctx.now.getTime()));
    const first = points.findIndex(({ status }) => status !== "no_data");
    // Before the model sent anything there was nothing to judge.
    return [
      {
        labels: {},
        points: (first < 0 ? [] : points.slice(first)).map(({ end, value, samples, status }) => ({
          time: end,
          value: status === "no_data" ? null : value,
          samples,
        })),
      },
    ];
  }
  if (query.kind !== "kpi") return [];
  const kpi = await findKpi(ctx, query.kpi);
  const series = await kpiSeries({ db: ctx.db, now: ctx.now }, kpi, { from, to }, most);
  return series.map(({ labels, points }) => {
    const first = points.findIndex(([, value]) => value !== null);
    return { labels, points: (first < 0 ? [] : points.slice(first)).map(([time, value]) => ({ time: Date.parse(time), value })) };
  });
}
