import "server-only";
import { z } from "zod";
import type { Db } from "./client.ts";

const Labels = z.record(z.string(), z.string());

export type StoredValue = { series: string; labels: Record<string, string>; time: Date; value: number };

/** Writes values; a later one for the same series and time replaces the earlier one, within the list as well. */
export async function writeKpiValues(db: Db, kpiId: string, values: readonly StoredValue[], now: Date): Promise<void> {
  // One statement may not touch a row twice, so of two values for one place only the last is sent.
  const keyed = new Map(values.map((value) => [`${value.series} ${value.time.toISOString()}`, value]));
  // In one order, so that two writers wait for each other instead of blocking each other.
  const last = [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  if (last.length === 0) return;
  await db.$executeRaw`
    INSERT INTO kpi_value ("kpiId", series, time, value, labels, "createdAt")
    SELECT ${kpiId}::uuid, series, time, value, labels::jsonb, ${now}
    FROM unnest(
      ${last.map(({ series }) => series)}::text[],
      ${last.map(({ time }) => time)}::timestamptz[],
      ${last.map(({ value }) => value)}::float8[],
      ${last.map(({ labels }) => JSON.stringify(labels))}::text[]) AS sent(series, time, value, labels)
    ON CONFLICT ("kpiId", series, time) DO UPDATE SET value = excluded.value, labels = excluded.labels, "createdAt" = excluded."createdAt"`;
}

type Range = { from: Date; to: Date; limit: number };

/** Values in [from, to) in the order of time; at most `limit`. */
export async function readKpiValues(db: Db, kpiId: string, { from, to, limit }: Range): Promise<StoredValue[]> {
  const rows = await db.kpiValue.findMany({
    where: { kpiId, time: { gte: from, lt: to } },
    orderBy: [{ time: "asc" }, { series: "asc" }],
    take: limit,
  });
  return rows.map(({ series, labels, time, value }) => ({ series, labels: Labels.parse(labels), time, value }));
}

/** The newest value of each series whose time lies in [from, to]. */
export async function readNewestKpiValues(db: Db, kpiId: string, { from, to }: { from: Date; to: Date }): Promise<StoredValue[]> {
  const rows = await db.$queryRaw<{ series: string; labels: unknown; time: Date; value: number }[]>`
    SELECT DISTINCT ON (series) series, labels, time, value FROM kpi_value
    WHERE "kpiId" = ${kpiId}::uuid AND time >= ${from} AND time <= ${to}
    ORDER BY series, time DESC`;
  return rows.map(({ series, labels, time, value }) => ({ series, labels: Labels.parse(labels), time, value }));
}
