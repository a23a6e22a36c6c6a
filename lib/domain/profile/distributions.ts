import { at } from "#lib/domain/stats/at";
import { binCount } from "./bin-of.ts";
import type { ColumnCounts, ColumnLayout } from "./profile.ts";

/** What a bin holds; null = open. A range of quantiles includes `low`, the last one before the open end `high` too; a gap between values neither. */
export type Bin =
  | { kind: "range"; low: number | null; high: number | null }
  | { kind: "value"; value: number }
  | { kind: "category"; name: string }
  | { kind: "other" }
  | { kind: "unseen" };

/** Two count vectors over the same bins, in the order of `columnBins`; missing and wrong types are in neither. */
export type AlignedCounts = { reference: number[]; current: number[] };

/** The native bins of a layout, in order; ascending for numbers. */
export function columnBins(layout: ColumnLayout): Bin[] {
  switch (layout.kind) {
    case "quantiles":
      return rangesBetween(layout.edges);
    case "values": {
      const gaps = rangesBetween(layout.values);
      return gaps.flatMap((gap, index): Bin[] => (index === 0 ? [gap] : [{ kind: "value", value: at(layout.values, index - 1) }, gap]));
    }
    case "categories":
      return [...layout.categories.map((name): Bin => ({ kind: "category", name })), { kind: "other" }, { kind: "unseen" }];
    default:
      return [];
  }
}

function rangesBetween(edges: number[]): Bin[] {
  return Array.from({ length: edges.length + 1 }, (_, index) => ({
    kind: "range",
    low: edges[index - 1] ?? null,
    high: edges[index] ?? null,
  }));
}

export function alignedCounts(layout: ColumnLayout, reference: ColumnCounts, current: ColumnCounts): AlignedCounts {
  return { reference: denseCounts(layout, reference), current: denseCounts(layout, current) };
}

/** Counts of one Profile's column, one entry per native bin. */
export function denseCounts(layout: ColumnLayout, counts: ColumnCounts): number[] {
  const dense = new Array<number>(binCount(layout)).fill(0);
  for (const [bin, rows] of counts.bins) if (bin < dense.length) dense[bin] = rows;
  return dense;
}
