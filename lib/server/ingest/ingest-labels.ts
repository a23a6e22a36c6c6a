import "server-only";
import { type ParsedLabel, ingestLabels as storeLabels } from "#lib/db/telemetry/ingest-labels";
import { labelParser } from "#lib/domain/events/parse-label";
import type { IngestReport } from "./report.ts";
import { type IngestArgs, storeLines } from "./store-lines.ts";

/** Stores labels, with `pending` telling how many match no prediction yet: those wait for it. */
export async function ingestLabels(args: IngestArgs): Promise<IngestReport & { pending: number }> {
  let waiting = 0;
  const report = await storeLines<ParsedLabel>(args, {
    batchRows: 20_000,
    parser: (text) => labelParser({ model: args.model, nowMs: args.now.getTime(), text }),
    store: async (client, labels) => {
      const stored = await storeLabels(client, args.model, labels);
      waiting += stored.pending;
      return stored;
    },
  });
  return { ...report, pending: args.atomic && report.rejected > 0 ? 0 : waiting };
}
