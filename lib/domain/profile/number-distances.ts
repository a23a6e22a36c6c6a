import { ksFromBins } from "#lib/domain/stats/kolmogorov-smirnov";
import { type Measure, measured } from "#lib/domain/stats/measure";
import { wassersteinFromBins } from "#lib/domain/stats/wasserstein";
import { binPoints } from "./bin-points.ts";
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

/**
 * Wasserstein-1 distance with the rows of a bin at its point (`binPoints`), at least the distance of the two means, which is known exactly and
 * can never be larger; null for a column that is not of numbers. Exact for a column of at most 50 values.
 */
export function columnWasserstein(layout: ColumnLayout, reference: ColumnCounts, current: ColumnCounts): Measure | null {
  const points = binPoints(layout, current);
  if (points === null) return null;
  const counts = alignedCounts(layout, reference, current);
  const distance = wassersteinFromBins(counts.reference, counts.current, { points });
  if (distance.value === null) return distance;
  return measured(Math.max(distance.value, Math.abs(meanOf(reference, counts.reference) - meanOf(current, counts.current))));
}

function meanOf({ sum }: ColumnCounts, bins: number[]): number {
  return sum / bins.reduce((total, rows) => total + rows, 0);
}
