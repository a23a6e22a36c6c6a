import { logGamma } from "./log-gamma.ts";

const TINY = 1e-300;

/** Regularised incomplete beta function I_x(a, b), a and b > 0, 0 ≤ x ≤ 1. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // the fraction converges quickly only on its own side of the mean
  return x < (a + 1) / (a + b + 2) ? (scale * continuedFraction(x, a, b)) / a : 1 - (scale * continuedFraction(1 - x, b, a)) / b;
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  const step = (numerator: number): number => {
    d = 1 / away(1 + numerator * d);
    c = away(1 + numerator / c);
    result *= d * c;
    return d * c;
  };
  for (let m = 1; m < 100_000; m++) {
    step((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
    const change = step((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)));
    if (Math.abs(change - 1) < 4e-16) break;
  }
  return result;
}

const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
