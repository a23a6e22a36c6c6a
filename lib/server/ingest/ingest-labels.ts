import "server-only";
import { inTransaction, withConnection } from "#lib/db/telemetry/connection";
import { type ParsedLabel, ingestLabels as storeLabels } from "#lib/db/telemetry/ingest-labels";
import type { LineError } from "#lib/domain/events/event";
import { isFault } from "#lib/domain/events/parse-event";
import { labelParser } from "#lib/domain/events/parse-label";
import type { Model } from "#lib/domain/models/model";
import type { IngestBody } from "./ingest-body.ts";
import { readBody } from "./read-body.ts";
import { type IngestReport, ReportBuilder } from "./report.ts";
import { takingTurns } from "./turn.ts";

type Args = {
  model: Model;
  body: IngestBody;
  atomic?: boolean;
  mapping?: Record<string, string | null> | null;
  now: Date;
  onReject?: (error: LineError) => void;
  onProgress?: (lines: number) => void;
};

const batchRows = 20_000;

/** Stores labels, with `pending` telling how many match no prediction yet: those wait for it. */
export async function ingestLabels({
  model,
  body,
  atomic = false,
  mapping = null,
  now,
  onReject,
  onProgress,
}: Args): Promise<IngestReport & { pending: number }> {
  return takingTurns(() =>
    withConnection(async (client) => {
      const report = new ReportBuilder(onReject);
      const { text, batches } = await readBody({ ...body, mapping });
      const parse = labelParser({ model, nowMs: now.getTime(), text });
      let waiting = 0;
      let lines = 0;
      let gathered: ParsedLabel[] = [];
      const store = async () => {
        const labels = gathered;
        gathered = [];
        const stored = await (atomic
          ? storeLabels(client, model, labels)
          : inTransaction(client, () => storeLabels(client, model, labels)));
        report.accepted += stored.accepted;
        report.duplicates += stored.duplicates;
        waiting += stored.pending;
        onProgress?.(lines);
      };
      if (atomic) await client.query("BEGIN");
      try {
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
          if (gathered.length >= batchRows) await store();
        }
        await store();
        if (atomic) await client.query(report.rejected > 0 ? "ROLLBACK" : "COMMIT");
      } catch (error) {
        if (atomic) await client.query("ROLLBACK").catch(() => {});
        throw error;
      }
      if (atomic && report.rejected > 0) {
        report.accepted = 0;
        report.duplicates = 0;
        waiting = 0;
      }
      return { ...report.report(), pending: waiting };
    }),
  );
}
