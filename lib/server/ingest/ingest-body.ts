import "server-only";

/** What a bulk request or a file brings. */
export type IngestBody = {
  stream: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
  contentType: string;
  contentEncoding?: string;
  fileName?: string;
};
