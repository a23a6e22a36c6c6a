import "server-only";
import { isUtf8 } from "node:buffer";
import { AppError } from "#lib/domain/errors";
import { type FieldMapping, mapObject } from "./field-mapping.ts";
import type { SizedItem } from "./line-batch.ts";
import { ndjsonLines } from "./ndjson-lines.ts";
import { peek } from "./peek.ts";
import { longestLine } from "./text-lines.ts";

const largestDocument = 64 * 1024 * 1024;
const squareBracket = 0x5b;
const newline = 10;

const firstByte = (head: Uint8Array) => head.findIndex((byte) => byte > 32);

function parsed(bytes: Buffer): { value: unknown } | null {
  if (!isUtf8(bytes)) return null;
  try {
    return { value: JSON.parse(bytes.toString("utf8")) };
  } catch {
    return null;
  }
}

/**
 * JSON that is one document (an array of objects, or one object over several lines; at most 64 MB), or one object a line.
 * Elements of an array are counted as lines from 1.
 */
export async function* jsonDocument(source: AsyncGenerator<Uint8Array>, mapping: FieldMapping | null): AsyncGenerator<SizedItem[]> {
  const start = await peek(source, (head) => {
    const first = firstByte(head);
    return first >= 0 && (head[first] === squareBracket || head.includes(newline, first) || head.length > longestLine);
  });
  const first = firstByte(start.head);
  const array = start.head[first] === squareBracket;
  if (!array) {
    const end = start.head.indexOf(newline, Math.max(0, first));
    if (end < 0 || parsed(start.head.subarray(0, end))) {
      yield* ndjsonLines(start.rest, mapping);
      return;
    }
  }
  const whole = await peek(start.rest, (head) => head.length > largestDocument);
  const document = whole.head.length > largestDocument ? null : parsed(whole.head);
  if (!document && !array) {
    yield* ndjsonLines(whole.rest, mapping);
    return;
  }
  await whole.close();
  if (!document)
    throw whole.head.length > largestDocument
      ? new AppError("too_large", "A JSON array of more than 64 MB cannot be read. Send one object a line (application/x-ndjson).")
      : new AppError(
          "invalid",
          "The body is not a valid JSON array. Send an array of objects, or one object a line (application/x-ndjson).",
        );
  const elements: unknown[] = Array.isArray(document.value) ? document.value : [document.value];
  const size = whole.head.length / Math.max(1, elements.length);
  const step = 1_000;
  for (let at = 0; at < elements.length; at += step)
    yield elements
      .slice(at, at + step)
      .map((raw, index) => ({ item: { line: at + index + 1, raw: mapping ? mapObject(raw, mapping) : raw }, size }));
}
