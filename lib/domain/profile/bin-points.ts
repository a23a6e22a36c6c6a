import { at } from "#lib/domain/stats/at";
import { denseCounts } from "./distributions.ts";
import type { ColumnCounts, ColumnLayout } from "./profile.ts";

/**
 * The number that stands for the rows of each native bin, never descending: a value itself, the middle of a gap, the reference's mean of a
 * quantile bin. What lies beyond the reference's range is placed so that the current sum, which is known exactly, comes out; null for a
 * column that is not of numbers.
 */
export function binPoints(layout: ColumnLayout, current: ColumnCounts): number[] | null {
  if (layout.kind !== "quantiles" && layout.kind !== "values") return null;
  const inner = layout.kind === "quantiles" ? layout.centers : valuesAndGaps(layout.values);
  const outer = layout.kind === "quantiles" ? layout.edges : layout.values;
  const [first, last] = [at(outer, 0), at(outer, outer.length - 1)];
  const [low, high] = [Math.min(first, current.min ?? first), Math.max(last, current.max ?? last)];
  const points = [(low + first) / 2, ...inner, (last + high) / 2];
  const counts = denseCounts(layout, current);
  const tail = at(counts, 0) >= at(counts, counts.length - 1) ? 0 : counts.length - 1;
  const rows = at(counts, tail);
  if (rows === 0) return points;
  // Only one unknown can be solved for: the heavier tail.
  const others = points.reduce((total, point, bin) => (bin === tail ? total : total + point * at(counts, bin)), 0);
  points[tail] = clamp((current.sum - others) / rows, tail === 0 ? [low, first] : [last, high]);
  return points;
}

function valuesAndGaps(values: number[]): number[] {
  return values.flatMap((value, index) => (index === 0 ? [value] : [(at(values, index - 1) + value) / 2, value]));
}

const clamp = (value: number, [low, high]: [number, number]): number => Math.min(high, Math.max(low, value));
