import { at } from "./at.ts";

/** The q-quantile (0..1) of a sample sorted ascending, by linear interpolation (NumPy's default, type 7); null of an empty one. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number | null {
  if (sorted.length === 0) return null;
  const rank = q * (sorted.length - 1);
  const below = Math.floor(rank);
  const [low, high] = [at(sorted, below), at(sorted, Math.min(below + 1, sorted.length - 1))];
  return low + (high - low) * (rank - below);
}

/** Edges of `bins` bins of equal mass, from minimum to maximum, ascending and distinct: heavy ties leave fewer. Empty for an empty sample. */
export function quantileEdges(sorted: ArrayLike<number>, bins: number): number[] {
  if (sorted.length === 0) return [];
  const edges = Array.from({ length: bins + 1 }, (_, i) => quantileOfSorted(sorted, i / bins) ?? 0);
  return edges.filter((edge, i) => i === 0 || edge > at(edges, i - 1));
}
