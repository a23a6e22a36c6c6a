import "server-only";
import { AppError } from "#lib/domain/errors";
import { guessedFormat, promisedFormat } from "./body-format.ts";
import { csvLines } from "./csv-lines.ts";
import { fieldMapping } from "./field-mapping.ts";
import { damagedGzip, gunzipped, isGzip } from "./gunzipped.ts";
import type { IngestBody } from "./ingest-body.ts";
import { jsonDocument } from "./json-document.ts";
import { inBatches, type LineBatch } from "./line-batch.ts";
import { ndjsonLines } from "./ndjson-lines.ts";
import { isParquet, parquetRows } from "./parquet-rows.ts";
import { chunksOf, peek } from "./peek.ts";

/** `mapping`: column or key of the file → field such as "timestamp" or "features.income"; "" or null leaves it out, what it does not name stays. */
type Args = IngestBody & { mapping?: Readonly<Record<string, string | null>> | null };

const byteOrderMark = [0xef, 0xbb, 0xbf];
const startsWith = (head: Buffer, bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
const readers = { ndjson: ndjsonLines, json: jsonDocument, csv: csvLines, parquet: parquetRows };

/** Four bytes tell every mark; the first that is not blank tells JSON from CSV. */
const enoughToTell = (head: Buffer) =>
  head.length > 65_536 || (head.length >= 4 && head.some((byte) => byte > 32 && !byteOrderMark.includes(byte)));

async function* withoutMark(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = byteOrderMark.length;
  for await (const chunk of source) {
    yield left > 0 ? chunk.subarray(left) : chunk;
    left -= Math.min(left, chunk.length);
  }
}

/**
 * The lines of a body as raw objects, in batches: NDJSON, JSON, CSV or Parquet, each also packed with gzip. `text`: numbers come as text (CSV).
 * A line that cannot be read is a `LineError` in its batch; what spoils the whole body (an unknown type, damaged gzip, no header)
 * throws AppError, from here or from `batches` after the lines that came before it.
 */
export async function readBody({ stream, contentType, contentEncoding = "", fileName, mapping = null }: Args): Promise<{
  text: boolean;
  batches: AsyncGenerator<LineBatch>;
}> {
  const promised = promisedFormat(contentType, fileName);
  const encoding = contentEncoding.trim().toLowerCase();
  if (!["", "identity", "gzip", "x-gzip"].includes(encoding))
    throw new AppError("invalid", `The content encoding ${encoding.slice(0, 40)} is not accepted. Send gzip, or none.`);
  const fields = mapping ? fieldMapping(mapping) : null;

  let start = await peek(chunksOf(stream), enoughToTell);
  try {
    if ((promised === "gzip" || encoding.endsWith("gzip")) && !isGzip(start.head)) throw damagedGzip();
    // a .gz sent as it is may have been packed once more on its way
    for (let layer = 0; layer < 2 && isGzip(start.head); layer++) start = await peek(gunzipped(start.rest), enoughToTell);
    const { head, rest } = start;
    if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) throw new AppError("invalid", "The body is UTF-16. Send UTF-8.");

    const marked = startsWith(head, byteOrderMark);
    const told = promised === "gzip" || promised === "any" ? guessedFormat(fileName, marked ? head.subarray(3) : head) : promised;
    const format = isParquet(head) ? "parquet" : told;
    if (format === "parquet" && !isParquet(head)) throw new AppError("invalid", "This is not a Parquet file: it does not start with PAR1.");
    return { text: format === "csv", batches: inBatches(readers[format](marked ? withoutMark(rest) : rest, fields)) };
  } catch (error) {
    await start.close();
    throw error;
  }
}
