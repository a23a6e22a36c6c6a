const DECADES = 6;
const PER_DECADE = 20;
const TAIL = DECADES * PER_DECADE + 1;

/** Edges of the score bins, ascending from 0 to 1: 1,000 equal bins, the first and last of them refined to 20 per decade down to 1e-9. */
const edges = buildEdges();

/** Number of score bins; bins are numbered 0 … scoreBinCount − 1 from score 0 to score 1. */
export const scoreBinCount = edges.length - 1;

function buildEdges(): Float64Array {
  const low = [0];
  for (let step = 0; step < DECADES * PER_DECADE; step++) low.push(10 ** (-9 + step / PER_DECADE));
  const middle = Array.from({ length: 999 }, (_, index) => (index + 1) / 1000);
  const high = low.map((edge) => 1 - edge).reverse();
  return Float64Array.from([...low, ...middle, ...high]);
}

/** Bin of a score in 0..1: never decreasing in the score, bin i holds [edge i, edge i+1), the last one its upper edge too. */
export function scoreBin(score: number): number {
  if (score >= 0.001 && score < 0.999) {
    const guess = TAIL + Math.floor(score * 1000) - 1;
    // The product may round across an edge, so the edges themselves decide.
    if (score < (edges[guess] ?? 0)) return guess - 1;
    return score >= (edges[guess + 1] ?? 1) ? guess + 1 : guess;
  }
  return score < 0.001 ? searchBin(score, 0, TAIL) : searchBin(score, scoreBinCount - TAIL, scoreBinCount);
}

function searchBin(score: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (score >= (edges[middle] ?? 1)) low = middle;
    else high = middle;
  }
  return low;
}

/** Lower and upper edge of a score bin. */
export function scoreBinBounds(bin: number): { low: number; high: number } {
  return { low: edges[bin] ?? 1, high: edges[bin + 1] ?? 1 };
}

/** The score that stands for all scores of a bin: its middle. Ascending in the bin. */
export function scoreOfBin(bin: number): number {
  const { low, high } = scoreBinBounds(bin);
  return (low + high) / 2;
}
