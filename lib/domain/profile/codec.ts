import { AppError } from "#lib/domain/errors";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { readColumn, writeColumn } from "./column-codec.ts";
import { emptyProfile } from "./empty-profile.ts";
import { readOutcome, writeOutcome } from "./outcome-codec.ts";
import type { Confusion, Profile, ProfileSpec } from "./profile.ts";
import { readSparse, writeSparse } from "./sparse-codec.ts";

const FORMAT = 1;
const taskBytes = { binary: 1, multiclass: 2, regression: 3 } as const;
const confusionFields = ["tp", "fp", "fn", "tn", "unlabelledPositive", "unlabelledNegative"] as const;

/**
 * The Profile as bytes, not compressed: format, task and shape first, then counts as varints and sums as f64. About 100 bytes a numeric column.
 * Throws a RangeError for a difference with negative counts, which is not stored.
 */
export function encodeProfile(profile: Profile, spec: ProfileSpec): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(FORMAT);
  writer.byte(taskBytes[spec.task]);
  for (const part of [spec.columns, spec.groups, spec.attributions]) writer.unsigned(part.length);
  for (const count of [profile.rows, profile.labelled, profile.errors]) writer.unsigned(count);
  if (profile.rows > 0) {
    writer.float(profile.firstMicros ?? 0);
    writer.float(profile.lastMicros ?? 0);
  }
  for (const column of profile.columns) writeColumn(writer, column);
  writeOutcome(writer, profile.outcome);
  for (const { name } of spec.groups) writeGroup(writer, profile.groups.get(name) ?? new Map());
  writeLatency(writer, profile.latency);
  for (const { count, sumAbsolute } of profile.attributions) {
    writer.unsigned(count);
    if (count > 0) writer.float(sumAbsolute);
  }
  return writer.finish();
}

/** Reads what `encodeProfile` wrote with the same spec; an AppError `internal` for other bytes or the bytes of another spec. */
export function decodeProfile(bytes: Uint8Array, spec: ProfileSpec): Profile {
  try {
    return read(new ByteReader(bytes), spec);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("internal", "A stored Profile cannot be read: its bytes are damaged. Count its window again from rows.", { cause });
  }
}

function read(reader: ByteReader, spec: ProfileSpec): Profile {
  if (reader.byte() !== FORMAT) throw new AppError("internal", "A stored Profile has a format that this version does not know.");
  const shape = [reader.byte(), reader.unsigned(), reader.unsigned(), reader.unsigned()];
  const expected = [taskBytes[spec.task], spec.columns.length, spec.groups.length, spec.attributions.length];
  if (shape.some((size, index) => size !== expected[index]))
    throw new AppError("internal", "A stored Profile was counted with another schema. Count its window again from rows.");
  const profile = emptyProfile(spec);
  profile.rows = reader.unsigned();
  profile.labelled = reader.unsigned();
  profile.errors = reader.unsigned();
  if (profile.rows > 0) {
    profile.firstMicros = reader.float();
    profile.lastMicros = reader.float();
  }
  profile.columns = spec.columns.map(() => readColumn(reader));
  readOutcome(reader, profile.outcome);
  for (const { name } of spec.groups) profile.groups.set(name, readGroup(reader));
  profile.latency = readLatency(reader);
  profile.attributions = spec.attributions.map(() => {
    const count = reader.unsigned();
    return { count, sumAbsolute: count > 0 ? reader.float() : 0 };
  });
  if (!reader.atEnd()) throw new RangeError("Bytes are left over.");
  return profile;
}

function writeGroup(writer: ByteWriter, values: Map<string, Confusion>): void {
  const used = [...values].filter(([, counts]) => confusionFields.some((field) => counts[field] !== 0));
  writer.unsigned(used.length);
  for (const [value, counts] of used) {
    writer.text(value);
    for (const field of confusionFields) writer.unsigned(counts[field]);
  }
}

function readGroup(reader: ByteReader): Map<string, Confusion> {
  const values = new Map<string, Confusion>();
  for (let left = reader.unsigned(); left > 0; left--) {
    const value = reader.text();
    const [tp, fp, fn, tn] = [reader.unsigned(), reader.unsigned(), reader.unsigned(), reader.unsigned()];
    values.set(value, { tp, fp, fn, tn, unlabelledPositive: reader.unsigned(), unlabelledNegative: reader.unsigned() });
  }
  return values;
}

function writeLatency(writer: ByteWriter, { count, sum, zero, buckets }: Profile["latency"]): void {
  writer.unsigned(count);
  if (count === 0) return;
  writer.float(sum);
  writer.unsigned(zero);
  writeSparse(writer, buckets);
}

function readLatency(reader: ByteReader): Profile["latency"] {
  const count = reader.unsigned();
  if (count === 0) return { count: 0, sum: 0, zero: 0, buckets: new Map() };
  return { count, sum: reader.float(), zero: reader.unsigned(), buckets: readSparse(reader) };
}
