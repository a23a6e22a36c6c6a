import fc from "fast-check";
import { expect, test } from "vitest";
import { addDistinct, distinctCount, mergeDistinct, repeatedShare, smallestHashes } from "./distinct.ts";

const of = (values: readonly (string | number)[]) => {
  const distinct = new Set<number>();
  for (const value of values) addDistinct(distinct, value);
  return distinct;
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `user-${from + index}`);

test("few values are counted exactly, repeats once", () => {
  expect(distinctCount(of(["a", "b", "a", 1, "1"]))).toEqual({ count: 3, exact: true });
});

test("many values are counted within five percent", () => {
  const { count, exact } = distinctCount(of(range(0, 100_000)));
  expect(exact).toBe(false);
  expect(Math.abs(count / 100_000 - 1)).toBeLessThan(0.05);
});

test("any split adds up to the same sketch, in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 60 }), fc.nat(60), (values, at) => {
      const left = of(values.slice(0, at));
      mergeDistinct(left, of(values.slice(at).reverse()));
      expect(smallestHashes(left)).toEqual(smallestHashes(of(values)));
    }),
  );
  const halves = of(range(0, 6000));
  mergeDistinct(halves, of(range(3000, 9000)));
  expect(smallestHashes(halves)).toEqual(smallestHashes(of(range(0, 9000))));
});

test("a tenth repeated is seen, none is not", () => {
  expect(repeatedShare(of(range(0, 50_000)), 50_000)).toBe(0);
  expect(repeatedShare(of(range(0, 45_000)), 50_000)).toBeGreaterThan(0.05);
  expect(repeatedShare(of(["a", "b"]), 3)).toBeCloseTo(1 / 3);
});
