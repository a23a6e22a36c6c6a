import "server-only";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";

/** A bulk body as `streamRoute` hands it to an operation: the stream, and how it is written. */
export const BulkBodyInput = z.object({
  stream: z.custom<ReadableStream<Uint8Array>>(
    (value) => typeof value === "object" && value !== null && "getReader" in value,
    "A body is needed.",
  ),
  contentType: z.string(),
  contentEncoding: z.string(),
});
export type BulkBody = z.output<typeof BulkBodyInput>;

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** The bytes of a body, unpacked when it says that it is gzip. A broken body ends in an error of the stream. */
function bytesOf({ stream, contentType, contentEncoding }: BulkBody): Readable {
  const source = Readable.from(chunksOf(stream));
  const packed = /gzip/i.test(contentEncoding) || /gzip/i.test(contentType);
  return packed ? pipeline(source, createGunzip(), () => {}) : source;
}

/** The whole text of a body that must be small; `too_large` beyond `maximumBytes` after unpacking. */
export async function limitedText(body: BulkBody, maximumBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of bytesOf(body)) {
      bytes += chunk.byteLength;
      if (bytes > maximumBytes) throw new AppError("too_large", `This body is larger than ${Math.round(maximumBytes / 1e6)} MB.`);
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid", "The body could not be read: it is cut off, or not gzip although it says so.", { cause: error });
  }
  return text + decoder.decode();
}
