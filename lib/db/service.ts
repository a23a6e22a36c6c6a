import "server-only";
import { z } from "zod";
import type { Db } from "./client.ts";

const Counts = z.record(z.string(), z.number());
const key = "counters";

/** Adds to the totals that all processes share, so that they outlive each of them. */
export async function addCounts(db: Db, counts: Record<string, number>): Promise<void> {
  if (Object.keys(counts).length === 0) return;
  await db.$executeRaw`
    INSERT INTO setting (key, value, "updatedAt") VALUES (${key}, ${JSON.stringify(counts)}::jsonb, now())
    ON CONFLICT (key) DO UPDATE SET "updatedAt" = now(), value = (
      SELECT jsonb_object_agg(name, coalesce((setting.value ->> name)::numeric, 0) + coalesce((excluded.value ->> name)::numeric, 0))
      FROM jsonb_object_keys(setting.value || excluded.value) AS name)`;
}

export async function readCounts(db: Db): Promise<Record<string, number>> {
  const row = await db.setting.findUnique({ where: { key } });
  return row ? Counts.parse(row.value) : {};
}

/** When the liveliest worker gave its last sign; null without any. */
export async function readNewestBeat(db: Db): Promise<Date | null> {
  return (await db.workerBeat.findFirst({ orderBy: { beatAt: "desc" } }))?.beatAt ?? null;
}

export const answers = async (db: Db): Promise<boolean> => {
  await db.$queryRaw`SELECT 1`;
  return true;
};

export type Gauges = { models: number; kpis: number; rules: number; backlogRows: number; backlogBatches: number; recounts: number };

/** What there is at this moment; a few small counts in one question. */
export async function readGauges(db: Db): Promise<Gauges> {
  const [row] = await db.$queryRaw<Gauges[]>`
    SELECT (SELECT count(*)::int FROM model) AS models,
           (SELECT count(*)::int FROM kpi) AS kpis,
           (SELECT count(*)::int FROM alert_rule WHERE enabled) AS rules,
           (SELECT coalesce(sum(rows), 0)::float8 FROM telemetry.batch) AS "backlogRows",
           (SELECT count(*)::int FROM telemetry.batch) AS "backlogBatches",
           (SELECT count(*)::int FROM telemetry.recount) AS recounts`;
  return row ?? { models: 0, kpis: 0, rules: 0, backlogRows: 0, backlogBatches: 0, recounts: 0 };
}

/** Unresolved incidents by severity and condition. */
export async function readOpenIncidents(db: Db): Promise<{ severity: string; condition: string; incidents: number }[]> {
  const rows = await db.incident.groupBy({ by: ["severity", "condition"], where: { workflow: { not: "resolved" } }, _count: true });
  return rows.map(({ severity, condition, _count }) => ({ severity, condition, incidents: _count }));
}
