import { at } from "#lib/domain/stats/at";
import { quantileEdges, quantileOfSorted } from "#lib/domain/stats/quantile-edges";
import { quartileFences } from "#lib/domain/stats/quartile-outliers";
import type { NumberSample } from "./number-sample.ts";
import type { ColumnLayout, ColumnSpec } from "./profile.ts";
import { psiCuts } from "./psi-cuts.ts";

const QUANTILE_BINS = 100;
const MOST_CATEGORIES = 1000;
/** Above this many different categories a column is an identifier, of which no values are counted. */
export const MOST_KNOWN = 100_000;

type Frozen = Pick<ColumnSpec, "layout" | "fences">;
const unfrozen: Frozen = { layout: { kind: "none" }, fences: null };

/** One bin per value up to 50 different ones, else 100 quantile bins (type 7, ties leave fewer); Tukey's fences from the quartiles. */
export function freezeNumbers(sample: NumberSample): Frozen {
  if (sample.count === 0) return unfrozen;
  const sorted = sample.sorted();
  const fences = quartileFences(quantileOfSorted(sorted, 0.25) ?? sample.min, quantileOfSorted(sorted, 0.75) ?? sample.max);
  const values = sample.values();
  if (values !== null) return { layout: { kind: "values", values, cuts: psiCuts(sorted, values) }, fences };
  const inner = quantileEdges(sorted, QUANTILE_BINS).filter((edge) => edge > sample.min && edge < sample.max);
  const edges = [sample.min, ...inner, sample.max];
  return { layout: { kind: "quantiles", edges, centers: centersOf(sorted, edges), cuts: psiCuts(sorted, edges) }, fences };
}

/** Mean of the numbers between each two edges, the middle where there are none. */
function centersOf(sorted: Float64Array, edges: number[]): number[] {
  const centers: number[] = [];
  let next = 0;
  for (let bin = 0; bin + 1 < edges.length; bin++) {
    const [low, high] = [at(edges, bin), at(edges, bin + 1)];
    const isLast = bin + 2 === edges.length;
    let [total, rows] = [0, 0];
    for (; next < sorted.length && (isLast || at(sorted, next) < high); next++) {
      total += at(sorted, next);
      rows++;
    }
    centers.push(rows > 0 ? total / rows : (low + high) / 2);
  }
  return centers;
}

/** The most frequent categories, ties by name, get a bin each; `known` holds all of them in the same order. null = too many to count. */
export function freezeCategories(counts: ReadonlyMap<string, number> | null): Frozen {
  if (counts === null) return { layout: { kind: "identifier" }, fences: null };
  if (counts.size === 0) return unfrozen;
  const known = [...counts].sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || (a < b ? -1 : 1)).map(([name]) => name);
  const layout: ColumnLayout = { kind: "categories", categories: known.slice(0, MOST_CATEGORIES), known };
  return { layout, fences: null };
}
