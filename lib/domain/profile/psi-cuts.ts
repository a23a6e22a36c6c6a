import { at } from "#lib/domain/stats/at";
import { quantileOfSorted } from "#lib/domain/stats/quantile-edges";

const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const TWO_DECILES = 0.2;
const SMALLEST_BIN = 0.01;

/**
 * Where PSI's bins part: the reference's deciles (type 7), each moved up to the next place where native bins part; at most nine, distinct,
 * above the minimum. A value so frequent that it swallows two deciles or more (a column of mostly zeros) is parted from what lies above it,
 * or else a change between them would not be seen. `sorted` and `places` ascend.
 */
export function psiCuts(sorted: ArrayLike<number>, places: readonly number[]): number[] {
  const minimum = at(sorted, 0);
  const deciles = DECILES.map((q) => quantileOfSorted(sorted, q) ?? minimum);
  const cuts = new Set(deciles.map((decile) => places.find((place) => place >= decile) ?? minimum).filter((cut) => cut > minimum));
  const starts = [minimum, ...cuts];
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    if (cuts.size === DECILES.length || shareBetween(sorted, start, end) < TWO_DECILES) return;
    const after = places.find((place) => place > start);
    if (after !== undefined && after < end && shareBetween(sorted, after, end) >= SMALLEST_BIN) cuts.add(after);
  });
  return [...cuts].sort((a, b) => a - b);
}

function shareBetween(sorted: ArrayLike<number>, from: number, to: number): number {
  return (countBelow(sorted, to) - countBelow(sorted, from)) / sorted.length;
}

function countBelow(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
