import type { ValueFormat } from "#lib/client/value-format";
import type { Limit, TimeSeries } from "./time-series.ts";

export type LineSeries = { key: string; label: string; values: readonly (number | null)[] };

/** Several series over the same windows; at most eight are drawn. */
export type MultiLine = {
  name: string;
  windows: readonly { start: string; end: string; label: string }[];
  lines: readonly LineSeries[];
  format?: ValueFormat;
  unit?: string;
  step: TimeSeries["step"];
  timeZone: string;
  bounds?: { low?: number; high?: number };
  limits?: readonly Limit[];
};

export const MOST_LINES = 8;

/** In this order; from the fifth on a dash tells the lines apart as well. */
export const lineStyles = [
  { color: "var(--series-1)", dash: undefined },
  { color: "var(--series-2)", dash: undefined },
  { color: "var(--series-3)", dash: undefined },
  { color: "var(--series-4)", dash: undefined },
  { color: "var(--series-5)", dash: "6 3" },
  { color: "var(--series-6)", dash: "2 3" },
  { color: "var(--series-7)", dash: "8 3 2 3" },
  { color: "var(--series-8)", dash: "4 2 1 2" },
] as const;

export const styleAt = (index: number) => lineStyles[index % lineStyles.length] ?? lineStyles[0];
