import "server-only";
import { prisma } from "#lib/db/client";
import { readCounts, readGauges, readNewestBeat, readOpenIncidents } from "#lib/db/service";
import { problem } from "../http/problem.ts";
import { counterHelp } from "./counters.ts";
import { productVersion } from "./product-version.ts";
import { type Family, prometheusText } from "./prometheus-text.ts";
import { saveCounters } from "./save-counters.ts";

const gauge = (name: string, help: string, value: number): Family => ({ name, help, type: "gauge", samples: [{ value }] });

const counters = (counts: Record<string, number>): Family[] =>
  Object.entries(counterHelp).map(([name, help]) => {
    const own = new Map(Object.entries(counts).filter(([sample]) => sample === name || sample.startsWith(`${name}{`)));
    return { name, help, type: "counter", samples: own.size > 0 ? own : [{ value: 0 }] };
  });

/** Everything Modelwatch knows about itself, as Prometheus reads it. */
export async function ownMetrics(now: Date): Promise<string> {
  await saveCounters();
  const [counts, gauges, incidents, beat] = await Promise.all([
    readCounts(prisma()),
    readGauges(prisma()),
    readOpenIncidents(prisma()),
    readNewestBeat(prisma()),
  ]);
  const families: Family[] = [
    {
      name: "modelwatch_info",
      help: "The version that runs.",
      type: "gauge",
      samples: [{ labels: { version: productVersion() }, value: 1 }],
    },
    ...counters(counts),
    gauge("modelwatch_models", "Models.", gauges.models),
    gauge("modelwatch_kpis", "KPIs.", gauges.kpis),
    gauge("modelwatch_rules", "Enabled alert rules.", gauges.rules),
    gauge("modelwatch_backlog_rows", "Rows that were accepted and are not counted yet.", gauges.backlogRows),
    gauge("modelwatch_backlog_batches", "Batches that were accepted and are not counted yet.", gauges.backlogBatches),
    gauge("modelwatch_recounts", "Ranges of time that wait for a re-count.", gauges.recounts),
    {
      name: "modelwatch_open_incidents",
      help: "Unresolved incidents.",
      type: "gauge",
      samples: incidents.map(({ severity, condition, incidents: value }) => ({ labels: { severity, condition }, value })),
    },
    gauge("process_resident_memory_bytes", "Memory of this process.", process.memoryUsage.rss()),
    gauge("process_start_time_seconds", "When this process started.", Math.round(now.getTime() / 1000 - process.uptime())),
  ];
  if (beat)
    families.push(
      gauge("modelwatch_worker_lag_seconds", "Time since a worker gave its last sign.", (now.getTime() - beat.getTime()) / 1000),
    );
  return prometheusText(families);
}

/** GET /api/metrics */
export async function metricsRoute(): Promise<Response> {
  try {
    return new Response(await ownMetrics(new Date()), {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
    });
  } catch (error) {
    return problem(error);
  }
}
