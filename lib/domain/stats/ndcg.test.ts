import fc from "fast-check";
import { expect, test } from "vitest";
import { ndcg } from "./ndcg.ts";

test("SageMaker's example: SAT .7, GPA .5, rank .05, and live the other way round", () => {
  expect(ndcg([0.7, 0.5, 0.05], [0.1, 0.2, 0.7]).value).toBeCloseTo(0.6876396241, 9);
});

test("the same order is 1 whatever the size, another one less", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (a, k) => {
        const scaled = a.map((importance) => importance * k);
        const turned = a.map((importance) => -importance);
        expect(ndcg(a, scaled).value).toBeCloseTo(1, 12);
        expect(ndcg(a, turned).value).toBeLessThan(1);
      },
    ),
  );
});

test("without attributions there is nothing to compare", () => {
  expect(ndcg([0, 0], [1, 2])).toEqual({ value: null, reason: "no_attributions" });
  expect(ndcg([], [])).toEqual({ value: null, reason: "no_attributions" });
  expect(() => ndcg([1], [1, 2])).toThrow(RangeError);
});
