import "server-only";
import { ingestEvents } from "#lib/db/telemetry/ingest-events";
import { eventParser, type ParsedEvent } from "#lib/domain/events/parse-event";
import type { IngestReport } from "./report.ts";
import { type IngestArgs, storeLines } from "./store-lines.ts";

/** Stores predictions; what is there already (version, id, timestamp) is a duplicate and changes nothing. */
export const ingestPredictions = (args: IngestArgs): Promise<IngestReport> =>
  storeLines<ParsedEvent>(args, {
    batchRows: 10_000,
    parser: (text, report) => {
      const parse = eventParser({ model: args.model, nowMs: args.now.getTime(), text });
      return (raw) => parse(raw, report.unknownField);
    },
    store: (client, events) => ingestEvents(client, args.model, events),
  });
