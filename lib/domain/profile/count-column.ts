import type { Cell } from "#lib/domain/events/event";
import { bump } from "./bump.ts";
import type { CompiledColumn } from "./compiled-spec.ts";
import { addDistinct } from "./distinct.ts";
import type { ColumnCounts } from "./profile.ts";

/** Counts one value of a column. A value of another type than the column's is wrong, never missing; a missing one is never unseen. */
export function countCell(counts: ColumnCounts, column: CompiledColumn, cell: Cell): void {
  if (cell === undefined) counts.missing++;
  else if (typeof cell === "number" && column.numeric) countNumber(counts, column, cell);
  else if (typeof cell === "string" && !column.numeric) countText(counts, column, cell);
  else counts.wrongType++;
  if (column.unique && (typeof cell === "number" || typeof cell === "string")) {
    counts.distinct ??= new Set();
    addDistinct(counts.distinct, cell);
  }
}

function countNumber(counts: ColumnCounts, column: CompiledColumn, value: number): void {
  if (column.binOfNumber !== null) bump(counts.bins, column.binOfNumber(value), 1);
  counts.sum += value;
  counts.sumSquares += value * value;
  if (counts.min === null || value < counts.min) counts.min = value;
  if (counts.max === null || value > counts.max) counts.max = value;
  if (value < column.fenceLow || value > column.fenceHigh) counts.outliers++;
  if (value < column.expectedLow || value > column.expectedHigh || column.expectedValues?.has(String(value)) === false) counts.unexpected++;
}

function countText(counts: ColumnCounts, column: CompiledColumn, value: string): void {
  if (column.binOfText !== null) bump(counts.bins, column.binOfText(value), 1);
  if (column.expectedValues?.has(value) === false) counts.unexpected++;
}
