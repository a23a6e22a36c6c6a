import { logGamma } from "./log-gamma.ts";

const EPSILON = 1e-16;
const TINY = 1e-300;

/** Regularised incomplete gamma function of shape a > 0 at x ≥ 0: both tails, each to full relative precision. `lower` + `upper` = 1. */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = scale * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = scale * continuedFraction(a, x);
  return { lower: 1 - upper, upper };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; term > total * EPSILON; n++) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

/** Lentz' method; converges in about √a steps where the series does not. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let result = d;
  for (let i = 1; i < 100_000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / away(numerator * d + b);
    c = away(b + numerator / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < EPSILON * 4) break;
  }
  return result;
}

const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
