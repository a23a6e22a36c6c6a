import "server-only";
import { z } from "zod";
import { readIncidentsOfRules, readWatchingRules } from "#lib/db/kpi-incidents";
import { readKpis } from "#lib/db/kpis";
import { AppError } from "#lib/domain/errors";
import { type Kpi, kpiAnswer } from "#lib/domain/kpis/kpi";
import { type BrokenThing, byNeed, changeOf, type KpiPage, type KpiSummary, targetsSentence } from "#lib/domain/kpis/kpi-summary";
import type { LatestKpiValue } from "#lib/domain/kpis/kpi-value";
import { kpiVerdict } from "#lib/domain/kpis/kpi-verdict";
import type { Context } from "../context.ts";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { findKpi } from "./find-kpi.ts";
import { latestKpiValue } from "./read.ts";
import { kpiSeries } from "./series.ts";
import { windowSeconds } from "./window-seconds.ts";

const trendWindows = 12;
const remembered = 90 * 86_400_000;
const atMost = 200;

type Incidents = Awaited<ReturnType<typeof readIncidentsOfRules>>;

/** A KPI that cannot be read says so on its own line and keeps the others on the page. */
const orReason = async <T>(read: Promise<T>, otherwise: (reason: string) => T): Promise<T> => {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError) return otherwise(error.message.replace(/\.$/, ""));
    throw error;
  }
};

const labelled = (name: string, labels: Record<string, string>) => {
  const text = Object.entries(labels).map(([label, value]) => `${label} ${value}`);
  return text.length > 0 ? `${name} (${text.join(", ")})` : name;
};

const nothing = (reason: string): LatestKpiValue => ({ labels: {}, time: null, value: null, reason });

async function summaryOf(ctx: Context, kpi: Kpi, incidents: Incidents): Promise<KpiSummary> {
  const from = new Date(ctx.now.getTime() - trendWindows * windowSeconds[kpi.window] * 1000);
  const [found, series] = await Promise.all([
    orReason(latestKpiValue(ctx, kpi, ctx.now), (reason) => [nothing(reason)]),
    orReason(kpiSeries(ctx, kpi, { from, to: ctx.now }), () => []),
  ]);
  const judged = (found.length > 0 ? found : [nothing("no_data")]).map((latest) => ({
    latest,
    name: labelled(kpi.name, latest.labels),
    ...kpiVerdict({ ...kpi, name: labelled(kpi.name, latest.labels) }, latest),
  }));
  const [worst] = judged.sort(byNeed);
  const { latest, status, targetMet, sentence } = worst ?? { latest: nothing("no_data"), ...kpiVerdict(kpi, { value: null }) };
  const same = JSON.stringify(latest.labels);
  const trend = (series.find(({ labels }) => JSON.stringify(labels) === same) ?? series[0])?.points ?? [];
  const open = incidents.find(({ workflow }) => workflow !== "resolved");
  const { team: _, query: __, createdAt: ___, updatedAt: ____, ...shown } = kpiAnswer(kpi);
  return {
    ...shown,
    value: latest.value,
    reason: latest.reason,
    labels: latest.labels,
    time: latest.time?.toISOString() ?? null,
    status,
    targetMet,
    sentence,
    trend,
    change: changeOf(trend),
    openIncident: open ? { id: open.id, number: open.number, severity: open.severity } : null,
  };
}

const brokenThing = (incident: Incidents[number], kpi: string | null, now: Date): BrokenThing => {
  const fixed = incident.resolvedAt ?? (incident.condition === "recovered" ? incident.recoveredAt : null);
  return {
    id: incident.id,
    number: incident.number,
    title: incident.title,
    severity: incident.severity,
    state: fixed ? "fixed" : incident.acknowledgedAt ? "acknowledged" : "open",
    kpi,
    model: incident.model?.slug ?? null,
    modelName: incident.model?.name ?? null,
    noticedAt: incident.startedAt.toISOString(),
    fixedAt: fixed?.toISOString() ?? null,
    lastedSeconds: Math.round(((fixed ?? now).getTime() - incident.startedAt.getTime()) / 1000),
  };
};

export const kpiSummary = operation({
  permission: "kpi:read",
  effect: "read",
  summary: "How all KPIs stand: value, target, trend, what broke and when it was fixed, the worst first",
  input: z.object({ model: z.string().max(100).optional(), team: z.string().max(100).optional(), slug: z.string().max(100).optional() }),
  run: async ({ ctx, input }): Promise<KpiPage> => {
    const modelId = input.model ? (await findModel(ctx, input.model)).id : undefined;
    const kpis = input.slug
      ? [await findKpi(ctx, input.slug)]
      : (await readKpis(ctx.db, ctx.scope, { limit: atMost, modelId, team: input.team })).slice(0, atMost);
    const watched = kpis.map(({ id, model, query }) => ({
      id,
      modelId: model?.id ?? null,
      metric: query.kind === "model" ? query.metric : null,
    }));
    const rules = await readWatchingRules(ctx.db, watched);
    const incidents = await readIncidentsOfRules(
      ctx.db,
      [...new Set([...rules.values()].flat())],
      new Date(ctx.now.getTime() - remembered),
    );
    const ofKpi = (kpi: Kpi) => incidents.filter(({ ruleId }) => ruleId !== null && rules.get(kpi.id)?.includes(ruleId));
    const items: KpiSummary[] = [];
    // One after the other: a page of two hundred must not take every connection of the pool.
    for (const kpi of kpis) items.push(await summaryOf(ctx, kpi, ofKpi(kpi)));
    const kpiOf = (incident: Incidents[number]) => kpis.find((kpi) => ofKpi(kpi).includes(incident))?.slug ?? null;
    const broken = incidents.map((incident) => brokenThing(incident, kpiOf(incident), ctx.now));
    return { items: items.sort(byNeed), nextCursor: null, ...targetsSentence(items), broken };
  },
});
