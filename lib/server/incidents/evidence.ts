import "server-only";
import { z } from "zod";
import { findIncident, listIncidents } from "#lib/db/incidents";
import { findRule } from "#lib/db/rules";
import { can } from "#lib/domain/access/permissions";
import { AppError } from "#lib/domain/errors";
import { causesOf, similarSentence } from "#lib/domain/incidents/causes";
import type { EvidenceSeries, IncidentEvidence } from "#lib/domain/incidents/incident-evidence";
import { findMetric } from "#lib/domain/metrics/registry";
import type { WindowSize } from "#lib/domain/models/model";
import { windowEnd, windowStart } from "#lib/domain/time/window";
import { metricSeries } from "../analysis/metric-series.ts";
import { readRootCause } from "../analysis/root-cause.ts";
import type { Context } from "../context.ts";
import { findKpi } from "../kpis/find-kpi.ts";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

const steps: Record<WindowSize, EvidenceSeries["step"]> = { "5m": "hour", "1h": "hour", "1d": "day", "1w": "day", "1mo": "month" };
const shown = 14;

const labelOf = (start: number, size: WindowSize, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone,
    ...(size === "1mo"
      ? { month: "long", year: "numeric" }
      : {
          day: "numeric",
          month: "short",
          year: "numeric",
          ...(size === "5m" || size === "1h" ? { hour: "2-digit", minute: "2-digit" } : {}),
        }),
  }).format(start);

type Found = Awaited<ReturnType<typeof findIncident>>;

/** The model's metric that an incident is about; null where the rule is gone or watches something else. */
async function watchedBy(ctx: Context, incident: Found) {
  if (!incident.ruleId) return null;
  const rule = await findRule(ctx.db, { teamId: null }, incident.ruleId);
  const query =
    rule.spec.query.kind === "kpi" ? (await findKpi({ db: ctx.db, scope: { teamId: null } }, rule.spec.query.kpi)).query : rule.spec.query;
  if (query.kind !== "model") return { rule, query: null };
  return { rule, query };
}

async function seriesOf(
  ctx: Context,
  incident: Found,
  watched: NonNullable<Awaited<ReturnType<typeof watchedBy>>>,
): Promise<EvidenceSeries | null> {
  const { rule, query } = watched;
  if (!query) return null;
  const model = await findModel({ db: ctx.db, scope: { teamId: null } }, query.model);
  const size = query.window ?? model.window;
  const definition = findMetric(query.metric, model.task);
  const until = new Date(Math.min(ctx.now.getTime(), (incident.recoveredAt ?? ctx.now).getTime()));
  const points = await metricSeries(ctx, model, query, { windowsBefore: shown, to: until }, size);
  const { condition } = rule.spec;
  const bound = condition.operator === "below" ? ("lower" as const) : ("upper" as const);
  const limits = (["critical", "warning"] as const).flatMap((kind) => {
    const limit = condition[kind];
    return typeof limit === "number" ? [{ value: limit, kind, bound }] : [];
  });
  const beyond = (value: number | null, kind: "critical" | "warning") => {
    const limit = condition[kind];
    return (
      value !== null &&
      typeof limit === "number" &&
      (condition.operator === "below" ? value < limit : condition.operator === "above" && value > limit)
    );
  };
  const first = points.findLast(({ end }) => end <= incident.startedAt.getTime())?.start ?? incident.startedAt.getTime();
  return {
    name: definition.label,
    unit: definition.unit ?? "",
    step: steps[size],
    timeZone: model.timeZone,
    points: points.map(({ start, end, value, low, high, samples, status }) => ({
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      label: labelOf(start, size, model.timeZone),
      value: status === "pending" ? null : value,
      low: status === "pending" ? null : low,
      high: status === "pending" ? null : high,
      rows: samples,
      labelled: samples,
      status: status !== "ok" ? status : beyond(value, "critical") ? "critical" : beyond(value, "warning") ? "warning" : "ok",
    })),
    limits,
    episodes: [
      {
        from: new Date(first).toISOString(),
        to: incident.recoveredAt?.toISOString() ?? null,
        severity: incident.severity === "warning" ? "warning" : "critical",
      },
    ],
  };
}

/** The window whose value opened the incident: what it is compared by. */
async function causes(ctx: Context, incident: Found, query: { model: string; window?: WindowSize | undefined }) {
  const model = await findModel({ db: ctx.db, scope: { teamId: null } }, query.model);
  const size = query.window ?? model.window;
  const at = incident.startedAt.getTime() - model.labelDelaySeconds * 1000 - 1;
  const judged = windowStart(at, size, model.timeZone);
  const start =
    windowEnd(judged, size, model.timeZone) > incident.startedAt.getTime() ? windowStart(judged - 1, size, model.timeZone) : judged;
  const end = windowEnd(start, size, model.timeZone);
  const answer = await readRootCause(ctx, { slug: model.slug, from: new Date(start).toISOString(), to: new Date(end).toISOString() });
  const deployed = await ctx.db.modelVersion.findMany({
    where: { modelId: model.id, createdAt: { gte: new Date(start), lt: incident.startedAt } },
  });
  return causesOf(answer, {
    slug: model.slug,
    window: labelOf(start, size, model.timeZone),
    deployments: deployed.map(({ version }) => version),
  });
}

const spoken = (error: unknown): boolean => error instanceof AppError && error.code !== "internal";

/** What helps to understand an incident. Each part that cannot be had is left out; the page says so by its absence. */
export const incidentEvidence = operation({
  permission: "incident:read",
  effect: "read",
  summary: "Series, likely causes and similar incidents",
  input: z.object({ id: z.string() }),
  run: async ({ ctx, input }): Promise<IncidentEvidence> => {
    const incident = await findIncident(ctx.db, ctx.scope, input.id);
    const watched = await watchedBy(ctx, incident).catch((error: unknown) => {
      if (spoken(error)) return null;
      throw error;
    });
    const series = watched
      ? await seriesOf(ctx, incident, watched).catch((error: unknown) => {
          if (spoken(error)) return null;
          throw error;
        })
      : null;
    const found =
      watched?.query && can(ctx.actor.role, "analysis:read")
        ? await causes(ctx, incident, watched.query).catch((error: unknown) => {
            if (spoken(error)) return { causes: [], ruledOut: [] };
            throw error;
          })
        : { causes: [], ruledOut: [] };
    const past = incident.ruleId
      ? await listIncidents(ctx.db, ctx.scope, { ruleId: incident.ruleId, before: incident.number, limit: 5 })
      : [];
    const { runbook = null, runbookUrl = null } = watched?.rule.spec.annotations ?? {};
    const last = series?.points.findLast(({ status }) => status === "critical" || status === "warning");
    return {
      series,
      summary: last?.value == null ? "The series that fired, with its limit." : `The last value beyond its limit is that of ${last.label}.`,
      modelHref: incident.model ? `/models/${incident.model.slug}` : null,
      ...found,
      runbook: runbook || runbookUrl ? { text: runbook, url: runbookUrl } : null,
      similar: past.map((one) => ({ number: one.number, sentence: similarSentence(one) })),
    };
  },
});
