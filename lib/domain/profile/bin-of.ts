import type { ColumnLayout } from "./profile.ts";

export type NumberBinner = (value: number) => number;
export type TextBinner = (value: string) => number;

/**
 * Bin of a number, numbered as in `ColumnLayout`, ascending with the value. null when the layout counts no bins of numbers.
 * quantiles with edges e0…ek: 0 below, 1 … k inside, k + 1 above. values v0…vn-1: 2i + 1 is vi, even bins are the gaps.
 */
export function numberBinner(layout: ColumnLayout): NumberBinner | null {
  if (layout.kind === "quantiles") {
    const edges = Float64Array.from(layout.edges);
    const last = edges.length - 1;
    const maximum = edges[last] ?? Number.NaN;
    return (value) => (value === maximum ? last : upperBound(edges, value));
  }
  if (layout.kind === "values") {
    const values = Float64Array.from(layout.values);
    return (value) => {
      const above = upperBound(values, value);
      return above > 0 && values[above - 1] === value ? 2 * above - 1 : 2 * above;
    };
  }
  return null;
}

/** Bin of a category: its rank, then "other" (known, rarer), then "unseen". null when the layout counts no bins of categories. */
export function textBinner(layout: ColumnLayout): TextBinner | null {
  if (layout.kind !== "categories") return null;
  const other = layout.categories.length;
  const bins = new Map(layout.known.map((name) => [name, other]));
  layout.categories.forEach((name, bin) => {
    bins.set(name, bin);
  });
  return (value) => bins.get(value) ?? other + 1;
}

/** How many bins a layout has; 0 where only missing, wrong type and sums are counted. */
export function binCount(layout: ColumnLayout): number {
  switch (layout.kind) {
    case "quantiles":
      return layout.edges.length + 1;
    case "values":
      return 2 * layout.values.length + 1;
    case "categories":
      return layout.categories.length + 2;
    default:
      return 0;
  }
}

/** How many of the ascending numbers are at most `value`. */
function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.NaN) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
