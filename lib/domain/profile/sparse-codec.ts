import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";

/**
 * Sparse counts by whole-numbered key. Crowded ones are written as a run of counts, the others as the distance to the key before,
 * doubled, plus 1 where a count other than 1 follows. In front: entries × 2 + dense?, then the first key.
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
    const count = counts.get(key) ?? 0;
    writer.unsigned((key - previous) * 2 + (count === 1 ? 0 : 1));
    if (count !== 1) writer.unsigned(count);
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
    if (dense) {
      const count = reader.unsigned();
      if (count !== 0) counts.set(key, count);
      key++;
    } else {
      const step = reader.unsigned();
      key += Math.floor(step / 2);
      counts.set(key, step % 2 === 1 ? reader.unsigned() : 1);
    }
  }
  return counts;
}
