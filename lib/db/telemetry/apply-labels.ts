import "server-only";
import type pg from "pg";
import { eventColumns, type StoredEvent } from "./event-columns.ts";
import { readRow } from "./row-codec.ts";

const isFor = `label.id = event.id
  AND (label.version IS NULL OR label.version = event.version) AND (label.at IS NULL OR label.at = event.at)`;

export async function hasLabels(client: Pick<pg.ClientBase, "query">, model: number): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("SELECT EXISTS (SELECT FROM telemetry.label WHERE model = $1) AS there", [model]);
  return rows[0]?.there ?? false;
}

/**
 * Gives events that are not counted yet the labels that came before them; the last one received holds.
 * The model of one side is compared as an expression: as a constant, the planner takes a model that its statistics do not know yet
 * for a handful of rows, looks up by the model alone and compares every id with every id.
 */
export async function labelNewEvents(
  client: Pick<pg.ClientBase, "query">,
  model: number,
  batches: readonly string[],
  from: Date,
  to: Date,
): Promise<void> {
  await client.query(
    `UPDATE telemetry.event AS event SET label = found.label
     FROM (
       SELECT DISTINCT ON (event.id, event.version, event.at) event.model, event.id, event.version, event.at, label.label
       FROM telemetry.event AS event JOIN telemetry.label AS label ON label.model = event.model + 0 AND ${isFor}
       WHERE event.model = $1 AND event.batch = ANY($2::int8[]) AND event.at >= $3 AND event.at <= $4
       ORDER BY event.id, event.version, event.at, label.seq DESC
     ) AS found
     WHERE event.model = found.model AND event.id = found.id AND event.version = found.version AND event.at = found.at AND event.at >= $3 AND event.at <= $4
       AND event.label IS DISTINCT FROM found.label`,
    [model, batches, from, to],
  );
}

export type Relabelled = { event: StoredEvent; batch: number; oldLabel: string | null };

type Row = {
  version: number;
  id: string;
  micros: string;
  score: number | null;
  prediction: string | null;
  label: string | null;
  latency: number | null;
  error: string | null;
  row: Buffer;
  batch: string;
  old: string | null;
};

const small = 20_000;

/** Writes the labels of these batches into their events; gives back each event that changed, with the label it had. */
export async function applyLabelBatches(
  client: Pick<pg.ClientBase, "query">,
  model: number,
  batches: readonly string[],
  rows: number,
): Promise<Relabelled[]> {
  // A few labels must not make the planner read every partition from end to end.
  if (rows < small) await client.query("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off");
  const answer = await client.query<Row>(
    `WITH found AS MATERIALIZED (
       SELECT DISTINCT ON (event.id, event.version, event.at) event.model, event.id, event.version, event.at, event.label AS old, label.label
       FROM telemetry.label AS label JOIN telemetry.event AS event ON event.model = label.model + 0 AND ${isFor}
       WHERE label.model = $1 AND label.batch = ANY($2::int8[])
       ORDER BY event.id, event.version, event.at, label.seq DESC
     )
     UPDATE telemetry.event AS event SET label = found.label FROM found
     WHERE event.model = found.model AND event.id = found.id AND event.version = found.version AND event.at = found.at AND found.old IS DISTINCT FROM found.label
     RETURNING ${eventColumns
       .split(", ")
       .map((column) => `event.${column}`)
       .join(", ")}, (extract(epoch FROM event.at) * 1000000)::int8 AS micros, event.batch, found.old`,
    [model, batches],
  );
  if (rows < small) await client.query("SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on; SET LOCAL enable_seqscan = on");
  return answer.rows.map((row) => ({
    event: {
      versionNumber: row.version,
      id: row.id,
      atMicros: Number(row.micros),
      score: row.score,
      prediction: row.prediction,
      label: row.label,
      latencyMs: row.latency,
      error: row.error,
      ...readRow(row.row, 0),
    },
    batch: Number(row.batch),
    oldLabel: row.old,
  }));
}
