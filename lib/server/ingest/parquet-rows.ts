import "server-only";
import { setImmediate } from "node:timers/promises";
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { AppError } from "#lib/domain/errors";
import { columnTargets, type FieldMapping, rowObject } from "./field-mapping.ts";
import type { SizedItem } from "./line-batch.ts";
import { plainValue, textTimes } from "./parquet-values.ts";
import type { Bytes } from "./peek.ts";
import { type SpooledFile, withSpooledFile } from "./spooled-file.ts";

const largestFile = 2 * 1024 ** 3;
const mostCells = 4_000_000;
const mostRows = 200_000;
const rowsAtOnce = 1_000;

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

type Range = { start: number; end: number };

/** Row ranges within one row group each and small enough for memory, however large the groups were written. */
function rangesOf(metadata: FileMetaData, columns: number): Range[] {
  const step = Math.min(mostRows, Math.max(1_000, Math.floor(mostCells / Math.max(1, columns))));
  const ranges: Range[] = [];
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

type Source = { file: AsyncBuffer; metadata: FileMetaData };

/** The values of a range, column by column: rows as objects would be built twice. */
async function readColumns({ file, metadata }: Source, columns: string[], { start, end }: Range): Promise<Map<string, unknown[]>> {
  const values = new Map(columns.map((name) => [name, new Array<unknown>(end - start)]));
  await parquetRead({
    file,
    metadata,
    columns,
    compressors,
    parsers: textTimes,
    useOffsetIndex: true,
    rowStart: start,
    rowEnd: end,
    // pages may begin before the range and end behind it
    onChunk: ({ columnName, columnData, rowStart, rowEnd }) => {
      const column = values.get(columnName);
      for (let row = Math.max(start, rowStart); column && row < Math.min(end, rowEnd); row++)
        column[row - start] = columnData[row - rowStart];
    },
  });
  return values;
}

async function* rowsOf(spooled: SpooledFile, mapping: FieldMapping | null): AsyncGenerator<SizedItem[]> {
  const file = { byteLength: spooled.size, slice: (start: number, end = spooled.size) => spooled.read(start, end) };
  try {
    const metadata = await parquetMetadataAsync(file, { parsers: textTimes });
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const targets = columnTargets(names, mapping);
    const exact = targets.map((target) => target?.parent === null && (target.name === "id" || target.name === "version"));
    const used = names.filter((_, column) => targets[column] !== null);
    const size = spooled.size / Math.max(1, Number(metadata.num_rows));
    for (const range of rangesOf(metadata, used.length)) {
      const values = await readColumns({ file, metadata }, used, range);
      const columns = names.map((name) => values.get(name) ?? []);
      for (let from = range.start; from < range.end; from += rowsAtOnce) {
        const items: SizedItem[] = [];
        for (let row = from; row < Math.min(from + rowsAtOnce, range.end); row++) {
          const raw = rowObject(targets, (column) => plainValue(columns[column]?.[row - range.start], exact[column]));
          items.push({ item: { line: row + 1, raw }, size });
        }
        yield items;
        await setImmediate();
      }
    }
  } catch (error) {
    throw unreadable(error);
  }
}

/** The rows of a Parquet file; `line` is the row's number from 1. The file goes to disk first, because its index is at its end. */
export const parquetRows = (source: Bytes, mapping: FieldMapping | null): AsyncGenerator<SizedItem[]> =>
  withSpooledFile(source, largestFile, (file) => rowsOf(file, mapping));
