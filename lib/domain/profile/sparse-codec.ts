import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";

/**
 * Sparse counts by whole-numbered key. Crowded ones are written as a run of counts, the others as (distance to the key before, count):
 * entries × 2 + dense?, first key, then the counts. Both read back the same; the shorter is taken.
 */
export function writeSparse(writer: ByteWriter, counts: ReadonlyMap<number, number>): void {
  const keys = Int32Array.from(counts.keys()).sort();
  const first = keys[0];
  if (first === undefined) {
    writer.unsigned(0);
    return;
  }
  const span = (keys.at(-1) ?? first) - first + 1;
  const dense = span < keys.length * 2;
  writer.unsigned((dense ? span : keys.length) * 2 + (dense ? 1 : 0));
  writer.signed(first);
  if (dense) {
    for (let key = first; key < first + span; key++) writer.unsigned(counts.get(key) ?? 0);
    return;
  }
  let previous = first;
  for (const key of keys) {
    writer.unsigned(key - previous);
    writer.unsigned(counts.get(key) ?? 0);
    previous = key;
  }
}

export function readSparse(reader: ByteReader): Map<number, number> {
  const counts = new Map<number, number>();
  const head = reader.unsigned();
  if (head === 0) return counts;
  const dense = head % 2 === 1;
  let key = reader.signed();
  for (let left = Math.floor(head / 2); left > 0; left--) {
    if (!dense) key += reader.unsigned();
    const count = reader.unsigned();
    if (count !== 0) counts.set(key, count);
    if (dense) key++;
  }
  return counts;
}
