import { windowEnd, windowStart, windowsBetween } from "#lib/domain/time/window";
import { type WindowSize, windows } from "./model.ts";

/** What the pages of a model keep in their address, in the order in which it is written there. */
export const pageParams = [
  "window",
  "range",
  "from",
  "to",
  "version",
  "segment",
  "compare",
  "at",
  "metric",
  "attribute",
  "base",
  "sort",
  "page",
] as const;
export type PageParam = (typeof pageParams)[number];
export type PageQuery = Partial<Record<PageParam, string>>;

/** What goes along from one page of a model to the next. */
const shared: readonly PageParam[] = ["window", "range", "from", "to", "version", "segment", "at"];

/** What no longer means anything once another choice is made: a window of an hour is none of a month. */
const forgets: Partial<Record<PageParam, readonly PageParam[]>> = {
  window: ["at", "range", "page"],
  range: ["from", "to", "at"],
  from: ["range", "at"],
  version: ["page"],
  segment: ["page"],
  attribute: ["base"],
  sort: ["page"],
};

/** The parameters of an address that pages of a model know; the first of a repeated one, no empty ones. */
export function readPageQuery(raw: Record<string, string | string[] | undefined>): PageQuery {
  const query: PageQuery = {};
  for (const name of pageParams) {
    const given = raw[name];
    const value = Array.isArray(given) ? given[0] : given;
    if (value !== undefined && value !== "" && value.length <= 300) query[name] = value;
  }
  return query;
}

/** An address with a query, changed in some of its parameters; `null` takes one out. What a change makes meaningless goes as well. */
export function pageAddress(path: string, query: PageQuery, changes: Partial<Record<PageParam, string | null>> = {}): string {
  const gone = new Set(Object.keys(changes).flatMap((name) => (isParam(name) ? (forgets[name] ?? []) : [])));
  const search = new URLSearchParams();
  for (const name of pageParams) {
    const changed = changes[name];
    const value = changed === undefined && !gone.has(name) ? query[name] : changed;
    if (value) search.set(name, value);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const isParam = (name: string): name is PageParam => pageParams.some((param) => param === name);

/** The address of another page of the same model: range, version, segment and selected window stay. */
export const tabAddress = (path: string, query: PageQuery): string =>
  pageAddress(path, Object.fromEntries(shared.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]))));

export type RangePreset = { key: string; label: string; windows: number };

/** Ranges that make sense for a window size; the second one is the default. */
export const rangePresets: Record<WindowSize, readonly [RangePreset, RangePreset, RangePreset]> = {
  "5m": [
    { key: "6h", label: "Last 6 hours", windows: 72 },
    { key: "24h", label: "Last 24 hours", windows: 288 },
    { key: "3d", label: "Last 3 days", windows: 864 },
  ],
  "1h": [
    { key: "24h", label: "Last 24 hours", windows: 24 },
    { key: "7d", label: "Last 7 days", windows: 168 },
    { key: "30d", label: "Last 30 days", windows: 720 },
  ],
  "1d": [
    { key: "30d", label: "Last 30 days", windows: 30 },
    { key: "90d", label: "Last 90 days", windows: 90 },
    { key: "1y", label: "Last year", windows: 365 },
  ],
  "1w": [
    { key: "12w", label: "Last 12 weeks", windows: 12 },
    { key: "26w", label: "Last 26 weeks", windows: 26 },
    { key: "2y", label: "Last 2 years", windows: 104 },
  ],
  "1mo": [
    { key: "12mo", label: "Last 12 months", windows: 12 },
    { key: "18mo", label: "Last 18 months", windows: 18 },
    { key: "3y", label: "Last 3 years", windows: 36 },
  ],
};

export const windowOf = (query: PageQuery, modelWindow: WindowSize): WindowSize =>
  windows.find((size) => size === query.window) ?? modelWindow;

export const presetOf = (query: PageQuery, size: WindowSize): RangePreset =>
  rangePresets[size].find(({ key }) => key === query.range) ?? rangePresets[size][1];

const HOUR = 3_600_000;
const lengths: Record<WindowSize, number> = {
  "5m": HOUR / 12,
  "1h": HOUR,
  "1d": 24 * HOUR,
  "1w": 168 * HOUR,
  "1mo": 30.436875 * 24 * HOUR,
};

/** As many points of a series as a browser is given. */
export const MOST_WINDOWS = 2000;

export type PageRange = { from: string; to: string; size: WindowSize; preset: RangePreset | null };

/**
 * The range that a page shows, in whole windows. Without `from` and `to` it is a preset that ends now; where the newest data are older than
 * that, it ends with them, so that a page is never empty while there is something to show; it never starts before the first data.
 */
export function pageRange(
  query: PageQuery,
  model: { window: WindowSize; timeZone: string },
  now: number,
  data: { first: number; last: number } | null,
): PageRange {
  const size = windowOf(query, model.window);
  const cut = (at: number) => windowStart(at, size, model.timeZone);
  const close = (at: number) => windowEnd(cut(at), size, model.timeZone);
  const [from, to] = [Date.parse(query.from ?? ""), Date.parse(query.to ?? "")];
  const iso = (at: number) => new Date(at).toISOString();
  if (!Number.isNaN(from)) {
    const end = Number.isNaN(to) || to <= from ? close(Math.max(now, from)) : close(to - 1);
    const start = Math.max(cut(from), cut(end - MOST_WINDOWS * lengths[size]));
    return { from: iso(start), to: iso(end), size, preset: null };
  }
  const preset = presetOf(query, size);
  // half a window less, because months and days of a zone differ in length
  const startOf = (end: number) => cut(end - (preset.windows - 0.5) * lengths[size]);
  const end = close(now);
  const last = data !== null && data.last < startOf(end) ? close(data.last) : end;
  const start = Math.max(startOf(last), data === null ? Number.NEGATIVE_INFINITY : cut(Math.min(data.first, last - 1)));
  return { from: iso(start), to: iso(last), size, preset };
}

/**
 * The window of a range that `at` names, else the newest that passes the first test that any window passes, else the last one; null without
 * windows.
 */
export function selectedWindow<W extends { start: string }>(
  windows: readonly W[],
  at: string | undefined,
  ...tests: readonly ((window: W) => boolean)[]
): W | null {
  const wanted = Date.parse(at ?? "");
  const named = windows.find(({ start }) => Date.parse(start) === wanted);
  if (named) return named;
  for (const test of tests) {
    const found = windows.findLast(test);
    if (found) return found;
  }
  return windows.at(-1) ?? null;
}

/** How many windows a range has. */
export const windowCount = ({ from, to, size }: PageRange, timeZone: string): number =>
  windowsBetween(Date.parse(from), Date.parse(to), size, timeZone).length;
