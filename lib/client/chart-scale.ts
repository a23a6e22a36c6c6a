/** The maths of axes: pure, in data units or pixels as each function says. */

export type Scale = (value: number) => number;

/** A straight scale from a domain to pixels. A domain without width maps to the middle. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain;
  const [start, end] = range;
  if (high === low) return () => (start + end) / 2;
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

/** A step of 1, 2, 2.5 or 5 times a power of ten that cuts a span into at most `most` parts. */
export function niceStep(span: number, most: number): number {
  if (!(span > 0)) return 1;
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return nice * power;
}

export type Axis = { low: number; high: number; step: number; ticks: number[] };

/**
 * An axis with 3 to 5 ticks that holds all values. `bounds` are the ends of the metric's range
 * (ROC AUC ends at 1): the axis never goes past them. Null without any value.
 */
export function axisFor(values: readonly (number | null | undefined)[], bounds: { low?: number; high?: number } = {}): Axis | null {
  const known = values.filter((value): value is number => typeof value === "number" && Number.isFinite(value));
  if (known.length === 0) return null;
  let low = Math.min(...known);
  let high = Math.max(...known);
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Values that differ by less than a float can be drawn at are one value.
  if (size < 1e-12 || high - low <= size * 1e-8) {
    const room = size < 1e-12 ? 1 : size * 0.1;
    // A count that is always 5 needs no negative axis.
    const floor = low >= 0 ? 0 : -Infinity;
    low = Math.max(floor, low - room);
    high += room;
  }
  low = Math.max(low, bounds.low ?? -Infinity);
  high = Math.min(high, bounds.high ?? Infinity);
  if (high <= low) return { low: low - 1, high: low, step: 1, ticks: [low - 1, low] };
  const step = niceStep(high - low, 4);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => round((first + at) * step));
  return { low: ticks[0] ?? low, high: ticks.at(-1) ?? high, step, ticks };
}

const round = (value: number): number => Number(value.toPrecision(12));

/** Decimals that tell ticks of this step apart: 0.1 → 1, 0.25 → 2, 20 → 0. */
export function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 8; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, scaled)) return decimals;
  }
  return 8;
}

/**
 * Which of `count` windows carry a label: every n-th so that labels keep `room` pixels each, always
 * `also` (the selected one) and the last one, leaving out those that would touch them.
 */
export function labelledWindows(count: number, width: number, room: number, also: number | null = null): number[] {
  if (count === 0 || width <= 0) return [];
  const band = width / count;
  const every = Math.max(1, Math.ceil(room / band));
  const fixed = [count - 1, ...(also === null || also < 0 || also >= count ? [] : [also])];
  const kept = new Set<number>();
  // The selected one wins over the last one where both do not fit.
  for (const index of fixed.reverse()) {
    if ([...kept].every((other) => Math.abs(other - index) * band >= room * 0.85)) kept.add(index);
  }
  const anchors = [...kept];
  for (let index = 0; index < count; index += every) {
    if (anchors.every((other) => other === index || Math.abs(other - index) * band >= room * 0.85)) kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Moves labels apart so that neighbours keep `gap` pixels, staying near where they belong and inside the ends. */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((at, index) => ({ at: Math.min(Math.max(at, low), high), index })).sort((a, b) => a.at - b.at);
  for (let at = 1; at < order.length; at += 1) {
    const [before, here] = [order[at - 1], order[at]];
    if (before && here) here.at = Math.max(here.at, before.at + gap);
  }
  const last = order.at(-1);
  if (last) last.at = Math.min(last.at, high);
  for (let at = order.length - 2; at >= 0; at -= 1) {
    const [here, after] = [order[at], order[at + 1]];
    if (here && after) here.at = Math.min(here.at, after.at - gap);
  }
  const placed = new Array<number>(wanted.length).fill(low);
  for (const { at, index } of order) placed[index] = at;
  return placed;
}

/**
 * Where an instant lies on an axis of windows of equal width: 2.5 is the middle of the third one.
 * Before the first window it is 0, after the last one their count; null if it is not an instant.
 */
export function positionAt(at: string, windows: readonly { start: string; end: string }[]): number | null {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return null;
  for (const [index, window] of windows.entries()) {
    const start = Date.parse(window.start);
    const end = Date.parse(window.end);
    if (instant < start) return index;
    if (instant < end) return index + (instant - start) / (end - start);
  }
  return windows.length;
}

/** How many windows a narrow chart shows: all on wide screens and for dense series, else as many as fit. */
export function fittingWindows(count: number, width: number, least = 26): number {
  if (width >= 480 || count > 60) return count;
  return Math.min(count, Math.max(6, Math.floor(width / least)));
}

/** Share of a bar (0 to 1) at a value; `log` spreads several orders of magnitude, from `floor` up. */
export function barShare(value: number, most: number, scale: "linear" | "log" = "linear", floor = 0.01): number {
  if (!(most > 0)) return 0;
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  if (scale === "linear") return clamp(value / most);
  if (value <= floor) return 0;
  return clamp(Math.log(value / floor) / Math.log(Math.max(most, floor * 10) / floor));
}

export type Place = { x: number; y: number };

/** Pieces of an SVG path through the known places; a null breaks the line. */
export function linePath(places: readonly (Place | null)[]): string {
  let path = "";
  let pen = "M";
  for (const place of places) {
    if (place === null) {
      pen = "M";
      continue;
    }
    path += `${pen}${tenth(place.x)} ${tenth(place.y)}`;
    pen = "L";
  }
  return path;
}

/** The outline of steps from the left to the right edge, open at the bottom. */
export function stepPath(edges: readonly number[], tops: readonly number[], base: number): string {
  const [first] = edges;
  if (first === undefined || tops.length === 0) return "";
  const steps = tops.map((top, at) => `V${tenth(top)}H${tenth(edges[at + 1] ?? first)}`);
  return `M${tenth(first)} ${tenth(base)}${steps.join("")}V${tenth(base)}`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
