import "server-only";

const headerLength = 19;
const epoch2000 = 946_684_800_000_000;

/** One tuple: the fields as places in `buffer`, valid until the next tuple is read. */
export type Tuple = { buffer: Buffer; start: Int32Array; size: Int32Array };

/** Cuts the chunks of a binary COPY out into tuples of `fields` fields; `onTuple` must not keep the buffer. */
export async function readTuples(chunks: AsyncIterable<Buffer>, fields: number, onTuple: (tuple: Tuple) => void): Promise<void> {
  const start = new Int32Array(fields);
  const size = new Int32Array(fields);
  let rest: Buffer | null = null;
  let first = true;
  for await (const chunk of chunks) {
    const buffer: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
    let at = first ? headerLength : 0;
    if (buffer.length < at) {
      rest = buffer;
      continue;
    }
    first = false;
    while (at + 2 <= buffer.length) {
      if (buffer.readInt16BE(at) < 0) return;
      let place = at + 2;
      let field = 0;
      for (; field < fields; field++) {
        if (place + 4 > buffer.length) break;
        const length = buffer.readInt32BE(place);
        place += 4;
        start[field] = place;
        size[field] = length;
        if (length > 0) place += length;
        if (place > buffer.length) break;
      }
      if (field < fields || place > buffer.length) break;
      onTuple({ buffer, start, size });
      at = place;
    }
    rest = at < buffer.length ? buffer.subarray(at) : null;
  }
}

const placeOf = ({ start, size }: Tuple, field: number): number => ((size[field] ?? -1) < 0 ? -1 : (start[field] ?? -1));

export const int4At = (tuple: Tuple, field: number): number => tuple.buffer.readInt32BE(tuple.start[field]);

export const int8At = (tuple: Tuple, field: number): number => {
  const at = tuple.start[field] ?? 0;
  return tuple.buffer.readInt32BE(at) * 4_294_967_296 + tuple.buffer.readUInt32BE(at + 4);
};

export const float8At = (tuple: Tuple, field: number): number | null => {
  const at = placeOf(tuple, field);
  return at < 0 ? null : tuple.buffer.readDoubleBE(at);
};

export const float4At = (tuple: Tuple, field: number): number | null => {
  const at = placeOf(tuple, field);
  return at < 0 ? null : tuple.buffer.readFloatBE(at);
};

export const textAt = (tuple: Tuple, field: number): string | null => {
  const at = placeOf(tuple, field);
  return at < 0 ? null : tuple.buffer.toString("utf8", at, at + (tuple.size[field] ?? 0));
};

/** Microseconds since 1970; null for a null. */
export const microsAt = (tuple: Tuple, field: number): number | null =>
  placeOf(tuple, field) < 0 ? null : int8At(tuple, field) + epoch2000;
