import { Temporal } from "temporal-polyfill";
import type { WindowSize } from "#lib/domain/models/model";

/** One window of time in milliseconds since 1970: `start` inclusive, `end` exclusive. */
export type TimeWindow = { start: number; end: number };

/** The stored tier that a window of this size is read from: 0 = 5 minutes, 1 = 1 hour, 2 = 1 day of the model's zone. */
export type Tier = 0 | 1 | 2;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const tiers: Record<WindowSize, Tier> = { "5m": 0, "1h": 1, "1d": 2, "1w": 2, "1mo": 2 };
const tierSizes = { 0: "5m", 1: "1h", 2: "1d" } as const satisfies Record<Tier, WindowSize>;

export function tierOf(size: WindowSize): Tier {
  return tiers[size];
}

/** The window size that Profiles of this tier have. */
export function sizeOfTier(tier: Tier): "5m" | "1h" | "1d" {
  return tierSizes[tier];
}

/** Start (ms) of the window that holds `atMs`: 5m and 1h are cut in UTC; 1d, 1w (from Monday) and 1mo in `timeZone` (IANA name). */
export function windowStart(atMs: number, size: WindowSize, timeZone: string): number {
  if (size === "5m") return Math.floor(atMs / (5 * MINUTE)) * 5 * MINUTE;
  if (size === "1h") return Math.floor(atMs / HOUR) * HOUR;
  return timeZone === "UTC" ? utcStart(atMs, size) : zonedStart(atMs, size, timeZone);
}

/** End (ms) of the window that starts at `startMs`, which is the start of the next one. */
export function windowEnd(startMs: number, size: WindowSize, timeZone: string): number {
  if (size === "5m") return startMs + 5 * MINUTE;
  if (size === "1h") return startMs + HOUR;
  if (timeZone === "UTC" && size !== "1mo") return startMs + (size === "1d" ? DAY : 7 * DAY);
  return nextZonedStart(startMs, size, timeZone);
}

/** Every window from the one that holds `from` up to, not including, `to` (both ms), in order; empty when `to` is not after `from`. */
export function windowsBetween(from: number, to: number, size: WindowSize, timeZone: string): TimeWindow[] {
  const windows: TimeWindow[] = [];
  if (to <= from) return windows;
  let start = windowStart(from, size, timeZone);
  while (start < to) {
    const end = windowEnd(start, size, timeZone);
    windows.push({ start, end });
    start = end;
  }
  return windows;
}

function utcStart(atMs: number, size: "1d" | "1w" | "1mo"): number {
  const day = Math.floor(atMs / DAY);
  if (size === "1d") return day * DAY;
  // 1970-01-01 was a Thursday, so Mondays are the days that leave 4 when divided by 7.
  if (size === "1w") return (day - ((((day + 3) % 7) + 7) % 7)) * DAY;
  const date = new Date(atMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

type ZoneDays = Map<number, number[]>;
const daysOfZone = new Map<string, ZoneDays>();
const longerStarts = new Map<string, number>();
const CACHE_LIMIT = 20_000;

function zonedStart(atMs: number, size: "1d" | "1w" | "1mo", timeZone: string): number {
  const day = dayStart(atMs, timeZone);
  if (size === "1d") return day;
  const key = `${timeZone} ${size} ${day}`;
  const cached = longerStarts.get(key);
  if (cached !== undefined) return cached;
  const date = dateAt(day, timeZone);
  const first = size === "1w" ? date.subtract({ days: date.dayOfWeek - 1 }) : date.with({ day: 1 });
  const start = epochOf(first, timeZone);
  if (longerStarts.size >= CACHE_LIMIT) longerStarts.clear();
  longerStarts.set(key, start);
  return start;
}

/** Rows come by the hundred thousand, so the day starts that matter to each UTC day are kept: at most three. */
function dayStart(atMs: number, timeZone: string): number {
  const utcDay = Math.floor(atMs / DAY);
  let days = daysOfZone.get(timeZone);
  if (!days) {
    days = new Map();
    daysOfZone.set(timeZone, days);
  }
  let starts = days.get(utcDay);
  if (!starts) {
    starts = dayStartsWithin(utcDay * DAY, (utcDay + 1) * DAY, timeZone);
    if (days.size >= CACHE_LIMIT) days.clear();
    days.set(utcDay, starts);
  }
  let found = Number.NaN;
  for (const start of starts) if (start <= atMs) found = start;
  return found;
}

function dayStartsWithin(fromMs: number, toMs: number, timeZone: string): number[] {
  let date = dateAt(fromMs, timeZone);
  let start = epochOf(date, timeZone);
  const starts: number[] = [];
  while (start < toMs) {
    if (start !== starts.at(-1)) starts.push(start);
    date = date.add({ days: 1 });
    start = epochOf(date, timeZone);
  }
  return starts;
}

function nextZonedStart(startMs: number, size: "1d" | "1w" | "1mo", timeZone: string): number {
  const step = size === "1d" ? { days: 1 } : size === "1w" ? { weeks: 1 } : { months: 1 };
  const date = dateAt(startMs, timeZone);
  const first = size === "1w" ? date.subtract({ days: date.dayOfWeek - 1 }) : size === "1mo" ? date.with({ day: 1 }) : date;
  return epochOf(first.add(step), timeZone);
}

function dateAt(atMs: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** First moment of the date in the zone: not always midnight, because clocks go forward at midnight in some zones. */
function epochOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}
