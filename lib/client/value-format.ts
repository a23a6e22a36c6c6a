import { decimalsOf } from "./chart-scale.ts";
import { compact, count, decimal, duration, metric, percent, psi, withUnit } from "./format.ts";

/** How a series writes its values; a name, so that server components can pass it on. */
export type ValueFormat = "metric" | "psi" | "percent" | "count" | "compact" | "duration";

const writers: Record<ValueFormat, (value: number | null) => string> = { metric, psi, percent, count, compact, duration };

/** A value as the person reads it, with its unit: 0.705, 32.8 bikes, 61 %. Null is "–". */
export const writeValue = (value: number | null, format: ValueFormat = "metric", unit?: string | null): string =>
  withUnit(writers[format](value), unit);

/** A tick: no more decimals than its step needs. */
export function writeTick(value: number, step: number, format: ValueFormat = "metric"): string {
  if (format === "percent") return percent(value, Math.max(0, decimalsOf(step * 100)));
  if (format === "duration") return value === 0 ? "0" : duration(value, step < 60 ? 1 : 2);
  if (format === "count" || format === "compact" || Math.abs(value) >= 10_000) return compact(value);
  return decimal(value, decimalsOf(step));
}
