import { windowEnd, windowStart } from "#lib/domain/time/window";
import type { Aggregate } from "./kinds/pushed.ts";
import type { KpiWindow } from "./kpi.ts";

const MINUTE = 60_000;

/** How a chart cuts time: windows of the calendar, or steps counted from `from`. */
export type Steps = { kind: "window"; size: KpiWindow; timeZone: string } | { kind: "every"; seconds: number };

/** The starts of all steps that begin or lie in [from, to), in ms; calendar windows begin before `from` when it lies inside one. */
export function stepStarts(from: number, to: number, steps: Steps): number[] {
  const starts: number[] = [];
  for (let start = firstStart(from, steps); start < to; start = nextStart(start, steps)) starts.push(start);
  return starts;
}

/** How many steps there are at most, without listing them; to refuse a question that is too fine. */
export const stepCount = (from: number, to: number, steps: Steps): number => {
  if (steps.kind === "every") return Math.ceil((to - from) / (steps.seconds * 1000));
  const start = firstStart(from, steps);
  return Math.ceil((to - start) / (nextStart(start, steps) - start)) + 1;
};

const firstStart = (from: number, steps: Steps): number => {
  if (steps.kind === "every") return from;
  return steps.size === "1m" ? Math.floor(from / MINUTE) * MINUTE : windowStart(from, steps.size, steps.timeZone);
};

const nextStart = (start: number, steps: Steps): number => {
  if (steps.kind === "every") return start + steps.seconds * 1000;
  return steps.size === "1m" ? start + MINUTE : windowEnd(start, steps.size, steps.timeZone);
};

export type Point = { time: number; value: number };

/**
 * One value per step: of the points (in order of time) in [start, next start). A step without points is null.
 * mean is the arithmetic mean of the points, not weighted by time.
 */
export function sumUpPoints(points: readonly Point[], starts: readonly number[], aggregate: Aggregate): (number | null)[] {
  let next = 0;
  while (next < points.length && (points[next]?.time ?? 0) < (starts[0] ?? 0)) next++;
  return starts.map((_, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const values: number[] = [];
    for (let point = points[next]; point && point.time < end; point = points[++next]) values.push(point.value);
    return values.length === 0 ? null : combine(values, aggregate);
  });
}

function combine(values: number[], aggregate: Aggregate): number {
  const sum = () => values.reduce((total, value) => total + value, 0);
  switch (aggregate) {
    case "mean":
      return sum() / values.length;
    case "sum":
      return sum();
    case "last":
      return values.at(-1) ?? Number.NaN;
    case "min":
      return values.reduce((least, value) => Math.min(least, value));
    case "max":
      return values.reduce((most, value) => Math.max(most, value));
  }
}
