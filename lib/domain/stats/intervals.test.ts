import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { katzRatio } from "./katz-ratio.ts";
import { newcombeDifference } from "./newcombe-difference.ts";
import { proportion } from "./proportion.ts";
import { wilson } from "./wilson.ts";

describe("Wilson 95 %", () => {
  test.each([
    [3, 4, 0.3006, 0.9544],
    [0, 10, 0, 0.2775],
    [15, 30, 0.3315, 0.6685],
    [50, 100, 0.4038, 0.5962],
    [480, 500, 0.939, 0.974],
  ])("%d of %d", (successes, trials, low, high) => {
    const interval = wilson(successes, trials);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });
  test("no trials, no interval, and a reason", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(proportion(0, 0, "no_positive_labels")).toEqual({ value: null, low: null, high: null, reason: "no_positive_labels" });
  });
  test("holds the rate and stays in 0..1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const successes = Math.round(n * share);
        const { low, high } = wilson(successes, n) ?? { low: 1, high: 0 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("Katz' interval of a ratio", () => {
  test("by hand: 30/100 against 50/100", () => {
    const se = Math.sqrt(1 / 30 - 1 / 100 + 1 / 50 - 1 / 100);
    const ratio = katzRatio(30, 100, 50, 100);
    expect(ratio.value).toBeCloseTo(0.6, 12);
    expect(ratio.low).toBeCloseTo(0.6 * Math.exp(-1.959963984540054 * se), 12);
    expect(ratio.high).toBeCloseTo(0.6 * Math.exp(1.959963984540054 * se), 12);
  });
  test("a rate of 0 has a ratio of 0 and a high end", () => {
    const ratio = katzRatio(0, 100, 50, 100);
    expect([ratio.value, ratio.low]).toEqual([0, 0]);
    expect(ratio.high).toBeGreaterThan(0.05);
    expect(ratio.high).toBeLessThan(0.2);
  });
  test("all of all against all of all is 1, not known for certain", () => {
    const ratio = katzRatio(30, 30, 40, 40);
    expect(ratio.value).toBe(1);
    expect(ratio.low).toBeLessThan(0.96);
    expect(ratio.high).toBeGreaterThan(1.04);
  });
  test("a base rate of 0 has none, and no rows have none", () => {
    expect(katzRatio(5, 10, 0, 10)).toEqual({ value: null, low: null, high: null, reason: "base_rate_zero" });
    expect(katzRatio(0, 10, 0, 10).reason).toBe("base_rate_zero");
    expect(katzRatio(0, 0, 1, 10).reason).toBe("no_rows");
  });
  test("turning both sides turns the interval", () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }));
    fc.assert(
      fc.property(counts, counts, ([s1, f1], [s2, f2]) => {
        const [ratio, turned] = [katzRatio(s1, s1 + f1, s2, s2 + f2), katzRatio(s2, s2 + f2, s1, s1 + f1)];
        expect((ratio.low ?? 0) * (turned.high ?? 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("Newcombe's interval of a difference", () => {
  test("his own example, 56/70 against 48/80", () => {
    const difference = newcombeDifference(56, 70, 48, 80);
    expect(difference.value).toBeCloseTo(0.2, 12);
    expect(difference.low).toBeCloseTo(0.0524, 4);
    expect(difference.high).toBeCloseTo(0.3339, 4);
  });
  test("no rows, no difference", () => {
    expect(newcombeDifference(0, 0, 1, 2).reason).toBe("no_rows");
  });
});
