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

/** `rest` is the whole source, the looked-at bytes still in it. `close` ends the source when `rest` will not be read. */
export type Peeked = { head: Buffer; rest: AsyncGenerator<Uint8Array>; close: () => Promise<unknown> };

/** The first bytes of a source, as many as `enough` asks for; all of them, if it ends before. */
export async function peek(source: AsyncGenerator<Uint8Array>, enough: (head: Buffer) => boolean): Promise<Peeked> {
  let room = Buffer.alloc(0);
  let head = room;
  let ended = false;
  while (!ended && !enough(head)) {
    const { done, value } = await source.next();
    ended = done === true;
    if (!value) continue;
    const length = head.length + value.length;
    if (length > room.length) {
      room = Buffer.allocUnsafeSlow(length * 2);
      head.copy(room);
    }
    room.set(value, head.length);
    head = room.subarray(0, length);
  }
  const close = () => source.return(undefined);
  async function* rest() {
    try {
      if (head.length > 0) yield head;
      if (!ended) yield* source;
    } finally {
      await close();
    }
  }
  return { head, rest: rest(), close };
}
