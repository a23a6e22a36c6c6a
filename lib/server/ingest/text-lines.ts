import "server-only";
import { isUtf8 } from "node:buffer";
import { setImmediate } from "node:timers/promises";
import type { LineError } from "#lib/domain/events/event";
import type { Bytes } from "./peek.ts";

/** A line without its \n (a \r before it is kept), or why there is none. */
export type TextLine = { line: number; text: string } | LineError;

export const longestLine = 4 * 1024 * 1024;
const pieceSize = 64 * 1024;
const newline = 10;

const brokenText = (line: number): LineError => ({ line, code: "invalid", path: "", message: "The line is not valid UTF-8." });
const tooLong = (line: number): LineError => ({ line, code: "too_large", path: "", message: "The line is longer than 4 MB." });

/**
 * Splits bytes into lines, wherever the chunks are cut. Memory is bounded by one line: what is longer than 4 MB is skipped, not kept.
 * Lets the event loop run after every 64 KB, else a large body starves the sockets of everyone else.
 */
export async function* textLines(source: Bytes): AsyncGenerator<TextLine[]> {
  let line = 1;
  let kept: Uint8Array[] = [];
  let keptBytes = 0;

  const decode = (bytes: Buffer): TextLine => {
    const at = line++;
    if (bytes.length > longestLine) return tooLong(at);
    return isUtf8(bytes) ? { line: at, text: bytes.toString("utf8") } : brokenText(at);
  };

  const keep = (bytes: Buffer) => {
    keptBytes += bytes.length;
    if (keptBytes > longestLine) kept = [];
    // a copy: the chunk may be used again by whoever gave it
    else if (bytes.length > 0) kept.push(Uint8Array.from(bytes));
  };

  const close = (end: Buffer): TextLine => {
    keep(end);
    const closed = keptBytes > longestLine ? tooLong(line++) : decode(Buffer.concat(kept));
    kept = [];
    keptBytes = 0;
    return closed;
  };

  function split(piece: Buffer): TextLine[] {
    const lines: TextLine[] = [];
    let start = 0;
    if (keptBytes > 0) {
      const end = piece.indexOf(newline);
      if (end < 0) {
        keep(piece);
        return lines;
      }
      lines.push(close(piece.subarray(0, end)));
      start = end + 1;
    }
    const last = piece.lastIndexOf(newline);
    if (last >= start) {
      const whole = piece.subarray(start, last);
      // decoded at once when all of it is right, line by line else
      if (isUtf8(whole)) {
        const text = whole.toString("utf8");
        for (let from = 0; ; ) {
          const to = text.indexOf("\n", from);
          lines.push({ line: line++, text: to < 0 ? text.slice(from) : text.slice(from, to) });
          if (to < 0) break;
          from = to + 1;
        }
      } else {
        for (let from = start; from <= last; ) {
          const to = piece.indexOf(newline, from);
          lines.push(decode(piece.subarray(from, to)));
          from = to + 1;
        }
      }
      start = last + 1;
    }
    keep(piece.subarray(start));
    return lines;
  }

  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length; at += pieceSize) {
      const lines = split(bytes.subarray(at, at + pieceSize));
      if (lines.length > 0) yield lines;
      await setImmediate();
    }
  }
  if (keptBytes > 0) yield [close(Buffer.alloc(0))];
}
