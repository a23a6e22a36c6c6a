import "server-only";
import type pg from "pg";
import { inTransaction, withConnection } from "#lib/db/telemetry/connection";
import { ingestEvents } from "#lib/db/telemetry/ingest-events";
import type { LineError } from "#lib/domain/events/event";
import { eventParser, isFault, type ParsedEvent } from "#lib/domain/events/parse-event";
import type { Model } from "#lib/domain/models/model";
import type { IngestBody } from "./ingest-body.ts";
import { readBody } from "./read-body.ts";
import { type IngestReport, ReportBuilder } from "./report.ts";
import { takingTurns } from "./turn.ts";

type Args = {
  model: Model;
  body: IngestBody;
  /** all lines or none */
  atomic?: boolean;
  mapping?: Record<string, string | null> | null;
  now: Date;
  /** hears of every rejected line, also past the hundred in the report */
  onReject?: (error: LineError) => void;
  onProgress?: (lines: number) => void;
};

const batchRows = 10_000;

/**
 * Reads a body of any size and stores its predictions, a transaction for each ten thousand, or one for the body when `atomic`.
 * The answer comes after the commit. Memory is bounded by the batch.
 */
export async function ingestPredictions({
  model,
  body,
  atomic = false,
  mapping = null,
  now,
  onReject,
  onProgress,
}: Args): Promise<IngestReport> {
  return takingTurns(() =>
    withConnection(async (client) => {
      const report = new ReportBuilder(onReject);
      const { text, batches } = await readBody({ ...body, mapping });
      const parse = eventParser({ model, nowMs: now.getTime(), text });
      let pending: ParsedEvent[] = [];
      let lines = 0;
      const store = async () => {
        const events = pending;
        pending = [];
        const { accepted, duplicates } = await (atomic
          ? ingestEvents(client, model, events)
          : inTransaction(client, () => ingestEvents(client, model, events)));
        report.accepted += accepted;
        report.duplicates += duplicates;
        onProgress?.(lines);
      };
      const readAll = async () => {
        for await (const { items } of batches) {
          for (const item of items) {
            lines++;
            if (!("raw" in item)) {
              report.reject(item);
              continue;
            }
            const parsed = parse(item.raw, report.unknownField);
            if (isFault(parsed)) report.reject({ line: item.line, code: "invalid", path: parsed.path, message: parsed.message });
            else pending.push(parsed);
          }
          if (pending.length >= batchRows && !(atomic && report.rejected > 0)) await store();
          else if (atomic && report.rejected > 0) pending = [];
        }
        if (!(atomic && report.rejected > 0)) await store();
      };
      if (!atomic) {
        await readAll();
        return report.report();
      }
      await allOrNone(client, readAll, report);
      return report.report();
    }),
  );
}

/** Rolls everything back when a line was rejected: the report then says so. */
async function allOrNone(client: pg.ClientBase, readAll: () => Promise<void>, report: ReportBuilder): Promise<void> {
  await client.query("BEGIN");
  try {
    await readAll();
    await client.query(report.rejected > 0 ? "ROLLBACK" : "COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
  if (report.rejected > 0) {
    report.accepted = 0;
    report.duplicates = 0;
  }
}
