import { kolmogorovSf } from "./kolmogorov.ts";
import { logGamma } from "./log-gamma.ts";

const MATRIX_LIMIT = 140;

/**
 * P(D_n ≥ d) of the two-sided one-sample Kolmogorov–Smirnov statistic. Exact up to n = 140 (Marsaglia, Tsang and Wang 2003) and in the
 * upper tail; above that Vrbik's (2018) small-sample correction of the limit, good to about 3e-5.
 */
export function oneSampleKsSf(d: number, n: number): number {
  if (n < 1 || d <= 0.5 / n) return 1;
  if (d >= 1) return 0;
  // beyond here at most one of the two one-sided events happens, so their probabilities add up
  if (d >= 0.5 || (n <= MATRIX_LIMIT && n * d * d > 4)) return Math.min(1, 2 * oneSidedSf(d, n));
  if (n <= MATRIX_LIMIT) return 1 - matrixCdf(d, n);
  const x = Math.sqrt(n) * d;
  return kolmogorovSf(x + 1 / (6 * Math.sqrt(n)) + (x - 1) / (4 * n));
}

/** P(D_n⁺ ≥ d), Birnbaum and Tingey 1951. */
function oneSidedSf(d: number, n: number): number {
  let total = 0;
  for (let j = 0; j <= Math.floor(n * (1 - d)); j++) {
    const rest = 1 - d - j / n;
    if (rest <= 0) continue;
    const logChoose = logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1);
    total += Math.exp(logChoose + (j - 1) * Math.log(d + j / n) + (n - j) * Math.log(rest));
  }
  return d * total;
}

type Matrix = number[][];

function matrixCdf(d: number, n: number): number {
  const k = Math.floor(n * d) + 1;
  const size = 2 * k - 1;
  const h = k - n * d;
  const entry = (i: number, j: number): number => {
    if (i - j + 1 < 0) return 0;
    const first = j === 0 ? h ** (i + 1) : 0;
    const last = i === size - 1 ? h ** (size - j) : 0;
    const corner = i === size - 1 && j === 0 && 2 * h > 1 ? (2 * h - 1) ** size : 0;
    return (1 - first - last + corner) / Math.exp(logGamma(i - j + 2));
  };
  const base = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry(i, j)));
  const powered = power(base, n);
  // n! / nⁿ and the scale taken out while squaring meet in logarithms
  const centre = powered.matrix[k - 1]?.[k - 1] ?? 0;
  return centre <= 0 ? 0 : Math.exp(Math.log(centre) + powered.logScale + logGamma(n + 1) - n * Math.log(n));
}

function power(matrix: Matrix, exponent: number): { matrix: Matrix; logScale: number } {
  if (exponent === 1) return { matrix, logScale: 0 };
  const half = power(matrix, Math.floor(exponent / 2));
  const square = multiply(half.matrix, half.matrix);
  const result = exponent % 2 === 0 ? square : multiply(square, matrix);
  const largest = Math.max(...result.map((row) => Math.max(...row)));
  return { matrix: result.map((row) => row.map((value) => value / largest)), logScale: 2 * half.logScale + Math.log(largest) };
}

const multiply = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => {
    const out = new Array<number>(b.length).fill(0);
    for (const [k, factor] of row.entries()) for (const [j, value] of (b[k] ?? []).entries()) out[j] = (out[j] ?? 0) + factor * value;
    return out;
  });
