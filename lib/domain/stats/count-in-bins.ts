import { at } from "./at.ts";

/**
 * Counts values between ascending edges: [e0, e1), …, [ek−1, ek]. With `open` ends the first and last bin also take what lies beyond;
 * otherwise such values are not counted.
 */
export function countInBins(values: ArrayLike<number>, edges: ArrayLike<number>, ends: "open" | "closed" = "open"): number[] {
  const bins = edges.length - 1;
  const counts = new Array<number>(Math.max(bins, 0)).fill(0);
  for (let i = 0; i < values.length; i++) {
    const bin = binOf(at(values, i), edges, ends);
    if (bin !== null) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

function binOf(value: number, edges: ArrayLike<number>, ends: "open" | "closed"): number | null {
  const last = edges.length - 2;
  if (last < 0) return null;
  if (value < at(edges, 0)) return ends === "open" ? 0 : null;
  if (value > at(edges, last + 1)) return ends === "open" ? last : null;
  let [low, high] = [0, last];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (value >= at(edges, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
