import { type NumberBinner, numberBinner, type TextBinner, textBinner } from "./bin-of.ts";
import type { ColumnSource, ColumnSpec, ProfileSpec } from "./profile.ts";

export type CompiledColumn = {
  source: ColumnSource;
  numeric: boolean;
  binOfNumber: NumberBinner | null;
  binOfText: TextBinner | null;
  fenceLow: number;
  fenceHigh: number;
  /** null where nothing is expected of the values */
  expectedValues: ReadonlySet<string> | null;
  expectedLow: number;
  expectedHigh: number;
  unique: boolean;
};

/** A spec made ready for counting: look-ups built once, not once a row. */
export type CompiledSpec = { spec: ProfileSpec; columns: CompiledColumn[] };

export function compileSpec(spec: ProfileSpec): CompiledSpec {
  return { spec, columns: spec.columns.map(compileColumn) };
}

function compileColumn({ source, type, layout, fences, expected }: ColumnSpec): CompiledColumn {
  return {
    source,
    numeric: type === "numeric",
    binOfNumber: numberBinner(layout),
    binOfText: textBinner(layout),
    fenceLow: fences?.low ?? Number.NEGATIVE_INFINITY,
    fenceHigh: fences?.high ?? Number.POSITIVE_INFINITY,
    expectedValues: expected?.values ? new Set(expected.values) : null,
    expectedLow: expected?.min ?? Number.NEGATIVE_INFINITY,
    expectedHigh: expected?.max ?? Number.POSITIVE_INFINITY,
    unique: expected?.unique ?? false,
  };
}
