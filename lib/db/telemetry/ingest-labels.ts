import "server-only";
import type pg from "pg";
import { CopyBuffer } from "../copy/copy-buffer.ts";
import { copyIn } from "./connection.ts";

export type ParsedLabel = { id: string; version: string | null; atMicros: number | null; label: string };

function* tuples(labels: readonly ParsedLabel[]): Generator<Buffer> {
  const out = new CopyBuffer();
  out.start();
  for (const [index, label] of labels.entries()) {
    out.tuple(5);
    out.int4(index);
    out.text(label.id);
    out.text(label.version);
    out.timestamp(label.atMicros);
    out.text(label.label);
  }
  out.end();
  yield out.take();
}

const staging = `CREATE TEMP TABLE IF NOT EXISTS staged_label (line int4, id text, version text, at timestamptz, label text) ON COMMIT DELETE ROWS`;

/**
 * Stores labels in the caller's transaction: the newest under each key (id, and version and time where given) stays. The counter
 * joins them with their events, whichever comes first. `pending` counts those that match no event yet.
 */
export async function ingestLabels(
  client: pg.ClientBase,
  model: { id: string; number: number },
  labels: readonly ParsedLabel[],
): Promise<{ accepted: number; duplicates: number; pending: number }> {
  if (labels.length === 0) return { accepted: 0, duplicates: 0, pending: 0 };
  await client.query(staging);
  await copyIn(client, "COPY staged_label FROM STDIN (FORMAT binary)", tuples(labels));
  // A version that no event has brought yet is registered, so that its label waits for it by number.
  await client.query(
    `INSERT INTO model_version (id, "modelId", version, stage)
     SELECT gen_random_uuid(), $1, version, CASE WHEN EXISTS (SELECT FROM model_version WHERE "modelId" = $1) THEN 'challenger' ELSE 'champion' END
     FROM (SELECT DISTINCT version FROM staged_label WHERE version IS NOT NULL) AS named ON CONFLICT DO NOTHING`,
    [model.id],
  );
  const { rows } = await client.query<{ accepted: number }>(
    `WITH next AS (SELECT nextval('telemetry.batch_id') AS id), newest AS (
       SELECT DISTINCT ON (staged.id, named.number, staged.at) staged.id, named.number AS version, staged.at, staged.label, staged.line
       FROM staged_label AS staged LEFT JOIN model_version AS named ON named."modelId" = $2 AND named.version = staged.version
       ORDER BY staged.id, named.number, staged.at, staged.line DESC
     ), stored AS (
       INSERT INTO telemetry.label AS known (model, id, version, at, label, batch)
       SELECT $1, newest.id, newest.version, newest.at, newest.label, next.id FROM newest CROSS JOIN next ORDER BY newest.line
       ON CONFLICT (model, id, version, at) DO UPDATE SET label = excluded.label, batch = excluded.batch, seq = nextval('telemetry.label_seq')
       WHERE known.label IS DISTINCT FROM excluded.label
       RETURNING 1
     )
     INSERT INTO telemetry.batch (id, model, kind, rows)
     SELECT next.id, $1, 'labels', counted.rows FROM next, (SELECT count(*)::int4 AS rows FROM stored) AS counted WHERE counted.rows > 0
     RETURNING rows AS accepted`,
    [model.number, model.id],
  );
  const accepted = rows[0]?.accepted ?? 0;
  const waiting = await client.query<{ pending: number }>(
    `SELECT count(*)::int4 AS pending FROM (SELECT DISTINCT id, version, at FROM staged_label) AS given
     WHERE NOT EXISTS (
       SELECT FROM telemetry.event AS event WHERE event.model = $1 AND event.id = given.id
         AND (given.at IS NULL OR event.at = given.at)
         AND (given.version IS NULL OR event.version = (SELECT number FROM model_version WHERE "modelId" = $2 AND version = given.version)))`,
    [model.number, model.id],
  );
  await client.query("TRUNCATE staged_label");
  if (accepted > 0) await client.query("SELECT pg_notify('modelwatch_batch', $1)", [String(model.number)]);
  return { accepted, duplicates: labels.length - accepted, pending: waiting.rows[0]?.pending ?? 0 };
}
