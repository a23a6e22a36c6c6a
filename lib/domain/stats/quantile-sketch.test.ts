import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addToSketch,
  emptySketch,
  mergeSketches,
  type QuantileSketch,
  restoreSketch,
  SKETCH_ACCURACY,
  sketchOf,
  sketchQuantile,
  storeSketch,
  subtractSketch,
} from "./quantile-sketch.ts";

const values = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true })), { maxLength: 60 });
const same = (a: QuantileSketch, b: QuantileSketch) => {
  const [left, right] = [storeSketch(a), storeSketch(b)];
  expect({ ...left, sum: 0 }).toEqual({ ...right, sum: 0 });
  expect(left.sum).toBeCloseTo(right.sum, -2);
};

test("every quantile is within 1 % of the true one", () => {
  fc.assert(
    fc.property(
      values.filter((list) => list.length > 0),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, q) => {
        const sorted = [...list].sort((a, b) => a - b);
        const exact = sorted[Math.floor(q * (list.length - 1))] ?? Number.NaN;
        const read = sketchQuantile(sketchOf(list), q).value ?? Number.NaN;
        expect(Math.abs(read - exact)).toBeLessThanOrEqual(exact * (SKETCH_ACCURACY + 1e-9));
      },
    ),
  );
});

test("merging is associative, commutative, has an empty element, and is counting everything at once", () => {
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      const [x, y, z] = [sketchOf(a), sketchOf(b), sketchOf(c)];
      same(mergeSketches(x, y), mergeSketches(y, x));
      same(mergeSketches(mergeSketches(x, y), z), mergeSketches(x, mergeSketches(y, z)));
      same(mergeSketches(x, emptySketch()), x);
      same(mergeSketches(x, y), sketchOf([...a, ...b]));
    }),
  );
});

test("what was added can be taken out", () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      same(subtractSketch(sketchOf([...a, ...b]), sketchOf(b)), sketchOf(a));
    }),
  );
});

test("adding leaves the old sketch as it was, and storing keeps everything", () => {
  const before = sketchOf([1, 2]);
  const after = addToSketch(before, 3);
  expect([before.count, after.count, after.sum]).toEqual([2, 3, 6]);
  expect(restoreSketch(JSON.parse(JSON.stringify(storeSketch(after))))).toEqual(after);
});

test("an empty sketch has no quantile, and what has no bucket is refused", () => {
  expect(sketchQuantile(emptySketch(), 0.5)).toEqual({ value: null, reason: "no_rows" });
  for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => sketchOf([value])).toThrow(RangeError);
});
