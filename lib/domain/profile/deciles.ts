import { at } from "#lib/domain/stats/at";
import { poolRare } from "#lib/domain/stats/pool-rare";
import { type AlignedCounts, alignedCounts, type Bin, columnBins } from "./distributions.ts";
import type { ColumnCounts, ColumnLayout } from "./profile.ts";

/**
 * Count vectors for PSI and χ²: numbers in at most ten bins (the reference's deciles with open ends), categories with a reference share under
 * 1 %, "other" and "unseen" pooled into one. Empty where a column has no bins.
 */
export function pooledCounts(layout: ColumnLayout, reference: ColumnCounts, current: ColumnCounts): AlignedCounts {
  const counts = alignedCounts(layout, reference, current);
  if (layout.kind === "categories") return poolRare(counts.reference, counts.current);
  const targets = targetsOf(layout);
  return { reference: sumInto(targets, counts.reference), current: sumInto(targets, counts.current) };
}

/** What the bins of `pooledCounts` hold for a numeric column, in order; for categories it depends on the reference's counts. */
export function pooledRanges(layout: ColumnLayout): Bin[] {
  if (layout.kind !== "quantiles" && layout.kind !== "values") return [];
  const { cuts } = layout;
  return Array.from({ length: cuts.length + 1 }, (_, index) => ({
    kind: "range",
    low: cuts[index - 1] ?? null,
    high: cuts[index] ?? null,
  }));
}

/** A layout is frozen, and a page asks for the same one for each of its windows. */
const known = new WeakMap<ColumnLayout, number[]>();

function targetsOf(layout: ColumnLayout): number[] {
  const before = known.get(layout);
  if (before) return before;
  const targets = columnBins(layout).map((bin) => pooledBin(layout, bin));
  known.set(layout, targets);
  return targets;
}

/** A gap between two values belongs with the value below it. */
function pooledBin(layout: ColumnLayout, bin: Bin): number {
  if (layout.kind !== "quantiles" && layout.kind !== "values") return 0;
  const start = bin.kind === "value" ? bin.value : bin.kind === "range" ? bin.low : null;
  // The bin above the maximum begins at the last edge, which may itself be a cut.
  return start === null ? 0 : layout.cuts.filter((cut) => cut <= start).length;
}

function sumInto(targets: number[], counts: number[]): number[] {
  const sums = new Array<number>(targets.length === 0 ? 0 : at(targets, targets.length - 1) + 1).fill(0);
  targets.forEach((target, bin) => {
    sums[target] = at(sums, target) + at(counts, bin);
  });
  return sums;
}
