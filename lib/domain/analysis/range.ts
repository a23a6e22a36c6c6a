import { AppError } from "#lib/domain/errors";
import { type WindowSize, windows as windowSizes } from "#lib/domain/models/model";
import { type TimeWindow, windowStart, windowsBetween } from "#lib/domain/time/window";

export const DEFAULT_WINDOWS = 30;
export const MAXIMUM_WINDOWS = 2000;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const length: Record<WindowSize, number> = { "5m": 5 * MINUTE, "1h": 60 * MINUTE, "1d": DAY, "1w": 7 * DAY, "1mo": 30.436875 * DAY };

/** ms since 1970; what is absent is chosen: up to the last data, 30 windows long. */
export type AskedRange = { from?: number | undefined; to?: number | undefined };
export type RangeContext = { size: WindowSize; timeZone: string; lastData: number | null; now: number };
export type Range = { from: number; to: number };

/** The range that is meant; `invalid` when it is empty. */
export function resolveRange({ from, to }: AskedRange, { size, timeZone, lastData, now }: RangeContext): Range {
  const end = to ?? endOfData(from, lastData ?? now, size, timeZone);
  const start = from ?? backFrom(end, size, timeZone);
  if (end <= start)
    throw new AppError("invalid", "The range is empty: `to` must be after `from`.", {
      errors: [{ path: "to", message: "must be after from" }],
    });
  return { from: start, to: end };
}

/** The last window with data is the last one shown, unless `from` lies behind it. */
function endOfData(from: number | undefined, last: number, size: WindowSize, timeZone: string): number {
  const anchor = from === undefined ? last : Math.max(from, last);
  return windowsBetween(anchor, anchor + 1, size, timeZone)[0]?.end ?? anchor;
}

function backFrom(to: number, size: WindowSize, timeZone: string): number {
  let start = windowStart(to - 1, size, timeZone);
  for (let count = 1; count < DEFAULT_WINDOWS; count++) start = windowStart(start - 1, size, timeZone);
  return start;
}

/** Every window of the range. Over 2,000 of them are refused, with the smallest size that fits. */
export function windowsOfRange({ from, to }: Range, size: WindowSize, timeZone: string): TimeWindow[] {
  const count = Math.ceil((to - from) / length[size]);
  const found = count > 2 * MAXIMUM_WINDOWS ? [] : windowsBetween(from, to, size, timeZone);
  if (count <= 2 * MAXIMUM_WINDOWS && found.length <= MAXIMUM_WINDOWS) return found;
  const fitting = windowSizes.find((candidate) => (to - from) / length[candidate] + 2 <= MAXIMUM_WINDOWS);
  const advice = fitting ? `Ask for window=${fitting}, the smallest that fits, or for a shorter range.` : "Ask for a shorter range.";
  throw new AppError(
    "invalid",
    `This range has about ${count.toLocaleString("en-US")} windows of ${size}; at most 2,000 are answered. ${advice}`,
    {
      errors: [{ path: "window", message: advice }],
    },
  );
}
