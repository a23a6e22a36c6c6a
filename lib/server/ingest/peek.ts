import "server-only";

export type Bytes = AsyncIterable<Uint8Array>;

/** A web stream or any source of chunks as chunks; leaving early cancels the source. */
export async function* chunksOf(stream: Bytes | ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (!("getReader" in stream)) {
    yield* stream;
    return;
  }
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      ended = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!ended) await reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}

/**
 * The first bytes of a source, as many as `enough` asks for (all, if it ends before), and the source with them still in it.
 * `rest` must be read or left with `return()`, else the source stays open.
 */
export async function peek(source: AsyncGenerator<Uint8Array>, enough: (head: Buffer) => boolean): Promise<{ head: Buffer; rest: AsyncGenerator<Uint8Array> }> {
  let head = Buffer.alloc(0);
  let ended = false;
  while (!ended && !enough(head)) {
    const { done, value } = await source.next();
    ended = done === true;
    if (value) head = Buffer.concat([head, value]);
  }
  async function* rest() {
    try {
      if (head.length > 0) yield head;
      if (!ended) yield* source;
    } finally {
      await source.return(undefined);
    }
  }
  return { head, rest: rest() };
}
