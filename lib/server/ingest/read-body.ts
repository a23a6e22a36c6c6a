import "server-only";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "#lib/domain/errors";
import { csvLines } from "./csv-lines.ts";
import { fieldMapping } from "./field-mapping.ts";
import type { IngestBody } from "./ingest-body.ts";
import { inBatches, type LineBatch } from "./line-batch.ts";
import { ndjsonLines } from "./ndjson-lines.ts";
import { type Bytes, chunksOf, peek } from "./peek.ts";

type Args = IngestBody & { mapping?: Record<string, string | null> | null };

async function* gunzipped(source: Bytes): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  pipeline(Readable.from(source), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    throw new AppError("invalid", "The gzip data is damaged.", { cause: error });
  }
}

/** The lines of a body as raw objects, in batches. `text`: values come as text (CSV). */
export async function readBody({ stream, contentType, contentEncoding = "", fileName = "", mapping = null }: Args): Promise<{ text: boolean; batches: AsyncGenerator<LineBatch> }> {
  const fields = mapping ? fieldMapping(mapping) : null;
  const first = await peek(chunksOf(stream), (head) => head.length >= 4);
  const zipped = /gzip/i.test(contentEncoding) || (first.head[0] === 0x1f && first.head[1] === 0x8b);
  const { head, rest } = zipped ? await peek(gunzipped(first.rest), (bytes) => bytes.length >= 4) : first;
  const letters = head.toString("utf8").replace(/^\uFEFF/, "").trimStart();
  const csv = /text\/csv/i.test(contentType) || (!/ndjson|json/i.test(contentType) && (/\.csv(\.gz)?$/i.test(fileName) || !letters.startsWith("{")));
  return { text: csv, batches: inBatches(csv ? csvLines(rest, fields) : ndjsonLines(rest, fields)) };
}
