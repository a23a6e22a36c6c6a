import "server-only";
import type pg from "pg";
import type { EventRow } from "#lib/domain/events/event";
import type { ProfileSpec } from "#lib/domain/profile/profile";
import { slotText } from "#lib/domain/profile/row-values";
import { eachEvent } from "./counter.ts";
import type { StoredEvent } from "./event-columns.ts";
import { readRow } from "./row-codec.ts";

export type SampleRow = EventRow & { version: string };

type Row = {
  id: string;
  micros: string;
  version: string;
  score: number | null;
  prediction: string | null;
  label: string | null;
  latency: number | null;
  error: string | null;
  row: Buffer;
};

/** The newest rows of a stretch of time. */
export async function readSample(
  client: Pick<pg.ClientBase, "query">,
  query: { model: number; from: Date; to: Date; limit: number },
): Promise<SampleRow[]> {
  const { rows } = await client.query<Row>(
    `SELECT event.id, (extract(epoch FROM event.at) * 1000000)::int8 AS micros, named.version, score, prediction, label, latency, error, row
     FROM telemetry.event JOIN model_version AS named ON named.number = event.version
     WHERE event.model = $1 AND event.at >= $2 AND event.at < $3 ORDER BY event.at DESC LIMIT $4`,
    [query.model, query.from, query.to, query.limit],
  );
  return rows.map(({ row, micros, latency, ...rest }) => ({ ...rest, atMicros: Number(micros), latencyMs: latency, ...readRow(row, 0) }));
}

type Stretch = { model: number; fromMs: number; toMs: number; versions: number[] | null; segment: { name: string; value: string } | null };

/** How many rows a stretch has at most: a bound is checked before rows are read. */
export async function countRows(client: Pick<pg.ClientBase, "query">, { model, fromMs, toMs }: Stretch): Promise<number> {
  const { rows } = await client.query<{ rows: string }>(
    "SELECT count(*) AS rows FROM telemetry.event WHERE model = $1 AND at >= $2 AND at < $3",
    [model, new Date(fromMs), new Date(toMs)],
  );
  return Number(rows[0]?.rows ?? 0);
}

/** Every row of a stretch, for answers that Profiles only approximate. */
export async function eachRow(client: pg.ClientBase, spec: ProfileSpec, stretch: Stretch, each: (row: StoredEvent) => void): Promise<void> {
  const { model, fromMs, toMs, versions, segment } = stretch;
  const slot = segment ? spec.segments.find(({ name }) => name === segment.name)?.slot : undefined;
  const chosen = versions
    ? `version IN (${[0, ...versions].map(Number).join(",")})`
    : "version NOT IN (SELECT number FROM model_version WHERE stage = 'shadow')";
  const condition = `model = ${Number(model)} AND ${chosen} AND at >= '${new Date(fromMs).toISOString()}' AND at < '${new Date(toMs).toISOString()}'`;
  await eachEvent(client, condition, (row) => {
    if (!segment || (slot !== undefined && slotText(row, slot) === segment.value)) each(row);
  });
}
