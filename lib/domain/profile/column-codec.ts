import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { smallestHashes } from "./distinct.ts";
import { emptyColumn } from "./empty-profile.ts";
import type { ColumnCounts } from "./profile.ts";
import { readSparse, writeSparse } from "./sparse-codec.ts";

const tallies = ["missing", "wrongType", "outliers", "unexpected"] as const;

/** A first byte says which tallies are not zero and whether there are sums, since most columns have neither. */
export function writeColumn(writer: ByteWriter, counts: ColumnCounts): void {
  const hasNumbers = counts.min !== null && counts.max !== null;
  writer.byte(
    tallies.reduce((flags, name, bit) => flags | (counts[name] === 0 ? 0 : 1 << bit), (hasNumbers ? 16 : 0) | (counts.distinct ? 32 : 0)),
  );
  for (const name of tallies) if (counts[name] !== 0) writer.unsigned(counts[name]);
  if (counts.min !== null && counts.max !== null) {
    for (const value of [counts.sum, counts.sumSquares, counts.min, counts.max]) writer.float(value);
  }
  if (counts.distinct) {
    const hashes = smallestHashes(counts.distinct);
    writer.unsigned(hashes.length);
    for (const hash of hashes) writer.float(hash);
  }
  writeSparse(writer, counts.bins);
}

export function readColumn(reader: ByteReader): ColumnCounts {
  const counts = emptyColumn();
  const flags = reader.byte();
  tallies.forEach((name, bit) => {
    if (flags & (1 << bit)) counts[name] = reader.unsigned();
  });
  if (flags & 16) {
    counts.sum = reader.float();
    counts.sumSquares = reader.float();
    counts.min = reader.float();
    counts.max = reader.float();
  }
  if (flags & 32) counts.distinct = new Set(Array.from({ length: reader.unsigned() }, () => reader.float()));
  counts.bins = readSparse(reader);
  return counts;
}
