import { at } from "./at.ts";
import { sum } from "./sum.ts";

/** Mean and standard deviation, of a population (÷ n) or estimated from a sample (÷ n − 1); null where there are too few values for it. */
export function meanAndDeviation(
  values: ArrayLike<number>,
  kind: "population" | "sample" = "population",
): { mean: number | null; deviation: number | null } {
  const n = values.length;
  if (n === 0) return { mean: null, deviation: null };
  const mean = sum(values) / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (at(values, i) - mean) ** 2;
  const divisor = kind === "population" ? n : n - 1;
  return { mean, deviation: divisor === 0 ? null : Math.sqrt(squares / divisor) };
}
