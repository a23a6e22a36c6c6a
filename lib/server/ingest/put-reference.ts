import "server-only";
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { inTransaction, withConnection } from "#lib/db/telemetry/connection";
import { eachEvent } from "#lib/db/telemetry/counter";
import { scheduleFullRecount } from "#lib/db/telemetry/recount";
import { freezeReference } from "#lib/db/telemetry/reference-profiles";
import { writeReferenceRows } from "#lib/db/telemetry/reference-rows";
import { AppError } from "#lib/domain/errors";
import type { EventRow, LineError } from "#lib/domain/events/event";
import { eventParser, isFault } from "#lib/domain/events/parse-event";
import type { Model } from "#lib/domain/models/model";
import type { IngestBody } from "./ingest-body.ts";
import { readBody } from "./read-body.ts";
import { type IngestReport, ReportBuilder } from "./report.ts";
import { takingTurns } from "./turn.ts";

type Common = { model: Model; now: Date; createdBy: string };
export type ReferenceAnswer = { version: number; rows: number; rejected: number; errors: LineError[]; warnings: IngestReport["warnings"] };

const atOnce = 10_000;

type Source = (write: (rows: EventRow[]) => Promise<void>) => Promise<void>;

/** A new version of the model's reference, frozen from what `source` brings; the old windows are asked to be counted again. */
async function freeze(
  { model, now, createdBy }: Common,
  origin: unknown,
  source: (client: pg.ClientBase) => Source,
): Promise<{ version: number; rows: number }> {
  return withConnection((client) =>
    inTransaction(client, async () => {
      await client.query("SELECT FROM model WHERE id = $1 FOR UPDATE", [model.id]);
      const { rows: made } = await client.query<{ id: string; number: number; version: number }>(
        `INSERT INTO reference (id, "modelId", version, rows, spec, origin, "createdBy", "createdAt")
         VALUES ($1, $2, (SELECT coalesce(max(version), 0) + 1 FROM reference WHERE "modelId" = $2), 0, '{}', $3, $4, $5) RETURNING id, number, version`,
        [randomUUID(), model.id, JSON.stringify(origin), createdBy, now],
      );
      const reference = made[0];
      if (!reference) throw new AppError("internal", "The reference could not be stored.");
      let rows = 0;
      await source(client)(async (part) => {
        await writeReferenceRows(client, reference.number, rows, part);
        rows += part.length;
      });
      if (rows === 0) throw new AppError("invalid", "A reference needs at least one valid row; nothing was changed.");
      await freezeReference(client, model, reference);
      await client.query("UPDATE reference SET rows = $2 WHERE id = $1", [reference.id, rows]);
      await client.query(`UPDATE model SET "referenceId" = $2, "updatedAt" = $3 WHERE id = $1`, [model.id, reference.id, now]);
      await scheduleFullRecount(client, model, `reference ${reference.version}`);
      return { version: reference.version, rows };
    }),
  );
}

/** Freezes the reference from a body. Id, timestamp, score and label are optional in its lines. */
export async function putReference(
  args: Common & { body: IngestBody; mapping?: Record<string, string | null> | null; onReject?: (error: LineError) => void },
): Promise<ReferenceAnswer> {
  return takingTurns(async () => {
    const report = new ReportBuilder(args.onReject);
    const { text, batches } = await readBody({ ...args.body, mapping: args.mapping ?? null });
    const parse = eventParser({ model: args.model, nowMs: args.now.getTime(), text, reference: true });
    const frozen = await freeze(args, { kind: "upload", fileName: args.body.fileName ?? null }, () => async (write) => {
      for await (const { items } of batches) {
        const rows: EventRow[] = [];
        for (const item of items) {
          if (!("raw" in item)) {
            report.reject(item);
            continue;
          }
          const parsed = parse(item.raw, report.unknownField);
          if (isFault(parsed)) report.reject({ line: item.line, code: "invalid", path: parsed.path, message: parsed.message });
          else rows.push(parsed);
        }
        if (rows.length) await write(rows);
      }
    });
    const { rejected, errors, warnings } = report.report();
    return { ...frozen, rejected, errors, warnings };
  });
}

/** Freezes the reference from stored events of a stretch of time, of one version or of all. */
export async function referenceFromEvents(args: Common & { from: Date; to: Date; version: string | null }): Promise<ReferenceAnswer> {
  const { model, from, to, version } = args;
  const frozen = await freeze(args, { kind: "events", from, to, version }, (client) => async (write) => {
    const { rows: named } = await client.query<{ number: number }>(
      `SELECT number FROM model_version WHERE "modelId" = $1 AND ($2::text IS NULL OR version = $2)`,
      [model.id, version],
    );
    if (named.length === 0) throw new AppError("not_found", `Model ${model.slug} has no version ${version ?? ""}.`.replace(" .", "."));
    const condition = `model = ${model.number} AND version IN (${named.map(({ number }) => number).join(",")}) AND at >= '${from.toISOString()}' AND at < '${to.toISOString()}'`;
    // Two streams of one connection cannot interleave: rows are read through to the end of a part before it is written.
    const rows: EventRow[] = [];
    await eachEvent(client, condition, (row) => rows.push(row));
    for (let at = 0; at < rows.length; at += atOnce) await write(rows.slice(at, at + atOnce));
  });
  return { ...frozen, rejected: 0, errors: [], warnings: [] };
}
