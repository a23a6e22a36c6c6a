import { at } from "./at.ts";

/** A rising step-and-slope function: knots with ascending x and not falling y. */
export type IsotonicFit = { x: number[]; y: number[] };

/**
 * Weighted isotonic regression by pooling adjacent violators: the not falling y that is closest in weighted squares. `x` must be strictly
 * ascending (e.g. distinct scores), `y` the mean outcome at x, `weight` its rows; points without weight are left out. O(n). The weighted
 * mean of the fit is the weighted mean of y.
 */
export function fitIsotonic(x: ArrayLike<number>, y: ArrayLike<number>, weight: ArrayLike<number>): IsotonicFit {
  const blocks: { mean: number; weight: number; first: number; last: number }[] = [];
  for (let i = 0; i < x.length; i++) {
    if (!(at(weight, i) > 0)) continue;
    let block = { mean: at(y, i), weight: at(weight, i), first: at(x, i), last: at(x, i) };
    for (let before = blocks.at(-1); before !== undefined && before.mean >= block.mean; before = blocks.at(-1)) {
      blocks.pop();
      const total = before.weight + block.weight;
      block = {
        mean: (before.mean * before.weight + block.mean * block.weight) / total,
        weight: total,
        first: before.first,
        last: block.last,
      };
    }
    blocks.push(block);
  }
  const fit: IsotonicFit = { x: [], y: [] };
  for (const { mean, first, last } of blocks) {
    // a flat stretch needs its two ends only
    const ends = first === last ? [first] : [first, last];
    fit.x.push(...ends);
    fit.y.push(...ends.map(() => mean));
  }
  return fit;
}

/** Value of the fit at x: straight between knots, flat beyond the ends (as scikit-learn with clipping). Null of a fit without points. */
export function predictIsotonic(fit: IsotonicFit, x: number): number | null {
  const last = fit.x.length - 1;
  if (last < 0) return null;
  if (x <= at(fit.x, 0)) return at(fit.y, 0);
  if (x >= at(fit.x, last)) return at(fit.y, last);
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(fit.x, middle) <= x) low = middle;
    else high = middle;
  }
  const share = (x - at(fit.x, low)) / (at(fit.x, high) - at(fit.x, low));
  return at(fit.y, low) + share * (at(fit.y, high) - at(fit.y, low));
}
