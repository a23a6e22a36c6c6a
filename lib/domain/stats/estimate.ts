import type { UndefinedReason } from "./measure.ts";

/** A number with its interval; `low` and `high` are null where no interval is claimed. Without a value there is a reason. */
export type Estimate =
  | { value: number; low: number | null; high: number | null; reason?: undefined }
  | { value: null; low: null; high: null; reason: UndefinedReason };

export type Interval = { low: number; high: number };

export const estimated = (value: number, interval: Interval | null = null): Estimate => ({
  value,
  low: interval === null ? null : interval.low,
  high: interval === null ? null : interval.high,
});
export const notEstimated = (reason: UndefinedReason): Estimate => ({ value: null, low: null, high: null, reason });
