/**
 * The x in [low, high] at which an increasing function crosses 0, to full precision (Ridders' method: it never leaves the bracket and at
 * least halves it). The function must not be positive at `low` nor negative at `high`.
 */
export function findRoot(increasing: (x: number) => number, low: number, high: number): number {
  let left = low;
  let right = high;
  let atLeft = increasing(left);
  let atRight = increasing(right);
  if (atLeft >= 0) return left;
  if (atRight <= 0) return right;
  let previous = Number.NaN;
  for (let step = 0; step < 200; step++) {
    const middle = left + (right - left) / 2;
    const atMiddle = increasing(middle);
    const root = Math.sqrt(atMiddle * atMiddle - atLeft * atRight);
    const x = root === 0 ? middle : middle - ((middle - left) * atMiddle) / root;
    const atX = increasing(x);
    if (atX === 0 || Math.abs(x - previous) <= 2e-16 * Math.abs(x)) return x;
    previous = x;
    for (const [point, value] of [
      [middle, atMiddle],
      [x, atX],
    ] as const) {
      if (value < 0 && point > left) [left, atLeft] = [point, value];
      if (value >= 0 && point < right) [right, atRight] = [point, value];
    }
  }
  return left + (right - left) / 2;
}
