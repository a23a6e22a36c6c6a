import { ksFromBins } from "#lib/domain/stats/kolmogorov-smirnov";
import type { Measure } from "#lib/domain/stats/measure";
import { wassersteinFromBins } from "#lib/domain/stats/wasserstein";
import { alignedCounts } from "./distributions.ts";
import type { ColumnCounts, ColumnLayout } from "./profile.ts";

/** KS distance at the edges of the native bins, with the most by which it can fall short; null for a column that is not of numbers. */
export function columnKs(
  layout: ColumnLayout,
  reference: ColumnCounts,
  current: ColumnCounts,
): (Measure & { error: number | null }) | null {
  if (layout.kind !== "quantiles" && layout.kind !== "values") return null;
  const counts = alignedCounts(layout, reference, current);
  return ksFromBins(counts.reference, counts.current);
}

/** Wasserstein-1 distance with the rows of a bin spread evenly over it; null for a column that is not of numbers. */
export function columnWasserstein(layout: ColumnLayout, reference: ColumnCounts, current: ColumnCounts): Measure | null {
  const edges = binEdges(layout, reference, current);
  if (edges === null) return null;
  const counts = alignedCounts(layout, reference, current);
  return wassersteinFromBins(counts.reference, counts.current, { edges });
}

/** Edges of the native bins, one more than bins; the open ends reach to the smallest and largest value seen. A value's bin has no width. */
export function binEdges(layout: ColumnLayout, reference: ColumnCounts, current: ColumnCounts): number[] | null {
  if (layout.kind !== "quantiles" && layout.kind !== "values") return null;
  const inner = layout.kind === "quantiles" ? layout.edges : layout.values.flatMap((value) => [value, value]);
  const numbers = [...inner, reference.min, reference.max, current.min, current.max].filter((value) => value !== null);
  return [Math.min(...numbers), ...inner, Math.max(...numbers)];
}
