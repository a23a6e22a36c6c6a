import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binCount, numberBinner, textBinner } from "./bin-of.ts";
import { type Bin, columnBins } from "./distributions.ts";
import type { ColumnLayout } from "./profile.ts";

const quantiles: ColumnLayout = { kind: "quantiles", edges: [0, 10, 20], centers: [5, 15], cuts: [10] };
const values: ColumnLayout = { kind: "values", values: [1, 3, 5], cuts: [3] };
const categories: ColumnLayout = { kind: "categories", categories: ["b", "a"], known: ["b", "a", "c"] };

test.each([
  [-1, 0],
  [0, 1],
  [9.99, 1],
  [10, 2],
  [20, 2],
  [20.01, 3],
])("quantiles: %d lies in bin %d", (value, bin) => {
  expect(numberBinner(quantiles)?.(value)).toBe(bin);
});

test.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 6],
])("values: %d lies in bin %d", (value, bin) => {
  expect(numberBinner(values)?.(value)).toBe(bin);
});

test.each([
  ["b", 0],
  ["a", 1],
  ["c", 2],
  ["zebra", 3],
  ["constructor", 3],
])("categories: %s lies in bin %d", (value, bin) => {
  expect(textBinner(categories)?.(value)).toBe(bin);
});

describe("every number lies in exactly one bin", () => {
  const ascending = fc
    .uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 60 })
    .map((numbers) => Float64Array.from(new Set(numbers.map((number) => number + 0))).sort());

  test.each(["quantiles", "values"] as const)("of a layout of %s, and bins ascend with it", (kind) => {
    fc.assert(
      fc.property(
        ascending,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (sorted, a, b) => {
          const numbers = [...sorted];
          const layout: ColumnLayout =
            kind === "quantiles" ? { kind, edges: numbers, centers: numbers.slice(1), cuts: [] } : { kind, values: numbers, cuts: [] };
          const binOf = numberBinner(layout) ?? (() => Number.NaN);
          const bins = columnBins(layout);
          expect(bins).toHaveLength(binCount(layout));
          for (const value of [a, b, ...numbers]) {
            const holding = bins.flatMap((bin, index) => (holds(bin, value, kind, numbers.at(-1)) ? [index] : []));
            expect(holding).toEqual([binOf(value)]);
          }
          expect(a <= b ? binOf(a) <= binOf(b) : binOf(a) >= binOf(b)).toBe(true);
        },
      ),
    );
  });
});

/** Whether a bin holds the value, by its description alone. */
function holds(bin: Bin, value: number, layout: "quantiles" | "values", last: number | undefined): boolean {
  if (bin.kind === "value") return value === bin.value;
  if (bin.kind !== "range") return false;
  const { low, high } = bin;
  if (layout === "quantiles" && value === last) return high === last;
  const above = low === null || (layout === "quantiles" ? value >= low : value > low);
  return above && (high === null || value < high);
}
