import "server-only";
import { type FileMetaData, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { AppError } from "#lib/domain/errors";
import { columnTargets, type FieldMapping, rowObject } from "./field-mapping.ts";
import type { SizedItem } from "./line-batch.ts";
import { plainValue, textTimes } from "./parquet-values.ts";
import type { Bytes } from "./peek.ts";
import { type SpooledFile, withSpooledFile } from "./spooled-file.ts";

const largestFile = 2 * 1024 ** 3;
const mostCells = 2_000_000;

export const isParquet = (head: Uint8Array): boolean => "PAR1" === String.fromCharCode(...head.subarray(0, 4));

const unreadable = (error: unknown) =>
  error instanceof AppError
    ? error
    : new AppError(
        "invalid",
        `The Parquet file cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : "it is damaged"}.`,
        {
          cause: error,
        },
      );

/** Row ranges within one row group each and small enough for memory, however large the groups were written. */
function rangesOf(metadata: FileMetaData, columns: number): { start: number; end: number }[] {
  const step = Math.min(50_000, Math.max(1_000, Math.floor(mostCells / Math.max(1, columns))));
  const ranges: { start: number; end: number }[] = [];
  let start = 0;
  for (const { num_rows } of metadata.row_groups) {
    const groupEnd = start + Number(num_rows);
    while (start < groupEnd) {
      const end = Math.min(start + step, groupEnd);
      ranges.push({ start, end });
      start = end;
    }
  }
  return ranges;
}

async function* rowsOf(spooled: SpooledFile, mapping: FieldMapping | null): AsyncGenerator<SizedItem[]> {
  const file = { byteLength: spooled.size, slice: (start: number, end = spooled.size) => spooled.read(start, end) };
  try {
    const metadata = await parquetMetadataAsync(file, { parsers: textTimes });
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const targets = columnTargets(names, mapping);
    const exact = targets.map((target) => target?.parent === null && (target.name === "id" || target.name === "version"));
    const columns = names.filter((_, column) => targets[column] !== null);
    const size = spooled.size / Math.max(1, Number(metadata.num_rows));
    for (const { start, end } of rangesOf(metadata, columns.length)) {
      const options = { file, metadata, columns, compressors, parsers: textTimes, useOffsetIndex: true };
      const rows = await parquetReadObjects({ ...options, rowStart: start, rowEnd: end });
      yield rows.map((row, index) => ({
        item: { line: start + index + 1, raw: rowObject(targets, (column) => plainValue(row[names[column] ?? ""], exact[column])) },
        size,
      }));
    }
  } catch (error) {
    throw unreadable(error);
  }
}

/** The rows of a Parquet file; `line` is the row's number from 1. The file goes to disk first, because its index is at its end. */
export const parquetRows = (source: Bytes, mapping: FieldMapping | null): AsyncGenerator<SizedItem[]> =>
  withSpooledFile(source, largestFile, (file) => rowsOf(file, mapping));
