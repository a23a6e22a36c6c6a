import "server-only";
import type { LineError } from "#lib/domain/events/event";

/** One object of a body, not checked yet. `line` counts from 1; rows of Parquet and elements of an array are counted as lines. */
export type RawLine = { line: number; raw: unknown };
export type LineBatch = { items: (RawLine | LineError)[] };

export const isLineError = (item: RawLine | LineError): item is LineError => "code" in item;

/** `size` is what the item took in the body, so that few large lines make a batch as well as many small ones. */
export type SizedItem = { item: RawLine | LineError; size: number };

const mostItems = 5_000;
const mostBytes = 16 * 1024 * 1024;

/** Items to batches of at most 5,000 items or about 16 MB. Where the source breaks, what it gave before is yielded first. */
export async function* inBatches(source: AsyncIterable<SizedItem[]>): AsyncGenerator<LineBatch> {
  let items: LineBatch["items"] = [];
  let bytes = 0;
  const failures: unknown[] = [];
  const pieces = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      // only the source's own failure is held back until its items are out
      const next = await pieces.next().catch((error: unknown) => {
        failures.push(error);
        return { done: true as const, value: undefined };
      });
      if (next.done) break;
      for (const { item, size } of next.value) {
        items.push(item);
        bytes += size;
        if (items.length < mostItems && bytes < mostBytes) continue;
        yield { items };
        items = [];
        bytes = 0;
      }
    }
    if (items.length > 0) yield { items };
  } finally {
    await pieces.return?.();
  }
  if (failures.length > 0) throw failures[0];
}
