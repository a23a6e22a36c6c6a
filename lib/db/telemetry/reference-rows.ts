import "server-only";
import type pg from "pg";
import type { EventRow } from "#lib/domain/events/event";
import { CopyBuffer } from "../copy/copy-buffer.ts";
import { float8At, microsAt, readTuples, textAt } from "../copy/copy-reader.ts";
import { copyIn, copyOut } from "./connection.ts";
import { readRow, writeRow } from "./row-codec.ts";

function* tuples(reference: number, first: number, rows: readonly EventRow[]): Generator<Buffer> {
  const out = new CopyBuffer();
  out.start();
  for (const [index, row] of rows.entries()) {
    out.tuple(7);
    out.int4(reference);
    out.int4(first + index);
    out.timestamp(Number.isNaN(row.atMicros) ? null : row.atMicros);
    out.float8(row.score);
    out.text(row.prediction);
    out.text(row.label);
    out.bytes((to) => writeRow(to, row));
    if (out.length > 1 << 20) yield out.take();
  }
  out.end();
  yield out.take();
}

/** Stores rows of a reference behind the `first` ones. */
export const writeReferenceRows = (client: pg.ClientBase, reference: number, first: number, rows: readonly EventRow[]): Promise<void> =>
  copyIn(
    client,
    "COPY telemetry.reference_row (reference, seq, at, score, prediction, label, row) FROM STDIN (FORMAT binary)",
    tuples(reference, first, rows),
  );

/** All rows of a reference in their order; a row without a time has NaN. */
export async function eachReferenceRow(client: pg.ClientBase, reference: number, each: (row: EventRow) => void): Promise<void> {
  const sql = `COPY (SELECT at, score, prediction, label, row FROM telemetry.reference_row WHERE reference = ${Number(reference)} ORDER BY seq) TO STDOUT (FORMAT binary)`;
  await readTuples(copyOut(client, sql), 5, (tuple) =>
    each({
      id: "",
      atMicros: microsAt(tuple, 0) ?? Number.NaN,
      score: float8At(tuple, 1),
      prediction: textAt(tuple, 2),
      label: textAt(tuple, 3),
      latencyMs: null,
      error: null,
      ...readRow(tuple.buffer, tuple.start[4] ?? 0),
    }),
  );
}
