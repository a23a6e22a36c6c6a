import "server-only";
import type pg from "pg";
import { inTransaction, withConnection } from "#lib/db/telemetry/connection";
import type { LineError } from "#lib/domain/events/event";
import { type Fault, isFault } from "#lib/domain/events/parse-event";
import type { Model } from "#lib/domain/models/model";
import type { IngestBody } from "./ingest-body.ts";
import { readBody } from "./read-body.ts";
import { type IngestReport, ReportBuilder } from "./report.ts";
import { takingTurns } from "./turn.ts";

export type IngestArgs = {
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

type Kind<Row extends object> = {
  batchRows: number;
  /** `text`: the values of the body are text (CSV) */
  parser: (text: boolean, report: ReportBuilder) => (raw: unknown) => Row | Fault;
  store: (client: pg.ClientBase, rows: Row[]) => Promise<{ accepted: number; duplicates: number }>;
};

/**
 * Reads a body of any size and stores its rows: a transaction for each batch, or one for the body when `atomic`. Resolves after the
 * commit; good lines are kept, bad ones are in the report. Memory is bounded by the batch.
 */
export async function storeLines<Row extends object>(args: IngestArgs, { batchRows, parser, store }: Kind<Row>): Promise<IngestReport> {
  const { body, atomic = false, mapping = null, onReject, onProgress } = args;
  return takingTurns(() =>
    withConnection(async (client) => {
      const report = new ReportBuilder(onReject);
      const { text, batches } = await readBody({ ...body, mapping });
      const parse = parser(text, report);
      let gathered: Row[] = [];
      let lines = 0;
      const flush = async () => {
        const rows = gathered;
        gathered = [];
        // One bad line spoils an atomic body: the rest is only read for its faults.
        if (atomic && report.rejected > 0) return;
        const stored = await (atomic ? store(client, rows) : inTransaction(client, () => store(client, rows)));
        report.accepted += stored.accepted;
        report.duplicates += stored.duplicates;
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
            const parsed = parse(item.raw);
            if (isFault(parsed)) report.reject({ line: item.line, code: "invalid", path: parsed.path, message: parsed.message });
            else gathered.push(parsed);
          }
          if (gathered.length >= batchRows) await flush();
        }
        await flush();
      };
      await (atomic ? allOrNone(client, readAll, report) : readAll());
      return report.report();
    }),
  );
}

/** Rolls everything back when a line was rejected; the report then says that nothing was kept. */
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
