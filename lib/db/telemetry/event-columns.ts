import "server-only";
import type { EventRow } from "#lib/domain/events/event";
import { float4At, float8At, int4At, microsAt, type Tuple, textAt } from "../copy/copy-reader.ts";
import { readRow } from "./row-codec.ts";

/** What counting and samples read of an event, in this order. */
export const eventColumns = "version, id, at, score, prediction, label, latency, error, row";
export const eventFields = 9;

export type StoredEvent = EventRow & { versionNumber: number };

/** A tuple of `eventColumns` (starting at field `from`) as a row. */
export function eventOf(tuple: Tuple, from = 0): StoredEvent {
  const { cells, attributions, scores } = readRow(tuple.buffer, tuple.start[from + 8] ?? 0);
  return {
    versionNumber: int4At(tuple, from),
    id: textAt(tuple, from + 1) ?? "",
    atMicros: microsAt(tuple, from + 2) ?? Number.NaN,
    score: float8At(tuple, from + 3),
    prediction: textAt(tuple, from + 4),
    label: textAt(tuple, from + 5),
    latencyMs: float4At(tuple, from + 6),
    error: textAt(tuple, from + 7),
    cells,
    attributions,
    scores,
  };
}
