import "server-only";
import type { Cell, EventRow } from "#lib/domain/events/event";
import type { CopyBuffer } from "../copy/copy-buffer.ts";

/**
 * The packed row: format byte, number of cells, per cell a tag and its value, then attributions and scores per class.
 * It carries its own lengths, so a schema that grew reads the rows of before. Packed, because a million rows of arrays
 * took twice as long to store and three times as long to count (docs/decisions/0003-counting.md).
 */
const format = 1;
const tag = { missing: 0, number: 1, text: 2, wrong: 3 } as const;

type Packed = Pick<EventRow, "cells" | "attributions" | "scores">;

export function writeRow(to: CopyBuffer, { cells, attributions, scores }: Packed): void {
  to.byte(format);
  to.short(cells.length);
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined) to.byte(tag.missing);
    else if (typeof cell === "number") {
      to.byte(tag.number);
      to.double(cell);
    } else if (typeof cell === "string") {
      to.byte(tag.text);
      to.shortText(cell);
    } else {
      to.byte(tag.wrong);
      to.shortText(cell.wrong);
    }
  }
  for (const numbers of [attributions, scores]) {
    const entries = numbers === null ? [] : Object.entries(numbers);
    to.short(entries.length);
    for (const [name, value] of entries) {
      to.shortText(name);
      to.double(value);
    }
  }
}

/** Reads a packed row that lies in `from` at `start`. */
export function readRow(from: Buffer, start: number): Packed {
  let at = start;
  if (from[at++] !== format) throw new Error("A stored row has a format that this version does not know.");
  const text = () => {
    const length = from.readUInt16BE(at);
    at += 2 + length;
    return from.toString("utf8", at - length, at);
  };
  const double = () => {
    at += 8;
    return from.readDoubleBE(at - 8);
  };
  const count = from.readUInt16BE(at);
  at += 2;
  const cells: Cell[] = new Array(count);
  for (let index = 0; index < count; index++) {
    const kind = from[at++];
    cells[index] = kind === tag.missing ? undefined : kind === tag.number ? double() : kind === tag.text ? text() : { wrong: text() };
  }
  const numbers = () => {
    const entries = from.readUInt16BE(at);
    at += 2;
    if (entries === 0) return null;
    const named: Record<string, number> = {};
    for (let index = 0; index < entries; index++) {
      const name = text();
      named[name] = double();
    }
    return named;
  };
  const attributions = numbers();
  return { cells, attributions, scores: numbers() };
}
