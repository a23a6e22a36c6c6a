import { describe, expect, test } from "vitest";
import { median, medianAndMad } from "./median-mad.ts";
import { isOutlier, quartileFences } from "./quartile-outliers.ts";
import { poissonBand, referenceLimits, standardDeviationLimits } from "./std-threshold.ts";

const thirty = Array.from({ length: 30 }, (_, i) => i);
const around = (limits: { lower: number | null; upper: number | null }, lower: number, upper: number) => {
  expect(limits.lower).toBeCloseTo(lower, 9);
  expect(limits.upper).toBeCloseTo(upper, 9);
};

describe("limits of other tools", () => {
  test("NannyML's standard deviation threshold", () => {
    around(
      standardDeviationLimits(thirty, { lowerMultiplier: 1.4, upperMultiplier: 2, offset: "median" }),
      2.382381972241136,
      31.81088289679838,
    );
    around(standardDeviationLimits(thirty, { lowerMultiplier: 0.3, upperMultiplier: 3.1, offset: "min" }), -2.5966324345, 26.83186849);
    const minimum = (lowerMultiplier: number) => standardDeviationLimits([-1, 1, 1, 1], { lowerMultiplier, offset: "min" }).lower;
    expect(minimum(1)).toBeCloseTo(-1.8660254037844386, 12);
    expect(minimum(2)).toBeCloseTo(-2.732050807568877, 12);
  });

  test("WhyLabs' sample deviation, and what the population's would be", () => {
    const values = [
      89119, 117282, 78701, 63456, 63731, 78161, 78581, 97605, 122480, 73446, 50475, 54593, 58734, 69682, 90665, 118782, 81981, 67113,
      68746, 71977,
    ];
    const two = { lowerMultiplier: 2, upperMultiplier: 2 };
    around(standardDeviationLimits(values, { ...two, deviation: "sample" }), 38141.45968168091, 121389.54031831908);
    const population = standardDeviationLimits(values, two);
    expect(population.lower).toBeCloseTo(39195.40392, 5);
    expect(population.upper).toBeCloseTo(120335.59608, 5);
  });

  test("WhyLabs' band of a single value", () => {
    around(poissonBand(5, 2), 0.527864045, 9.472135955);
    expect(standardDeviationLimits([5], { deviation: "sample" })).toEqual({ lower: null, upper: null, reason: "too_few_rows" });
    expect(standardDeviationLimits([]).reason).toBe("too_few_rows");
  });
});

describe("referenceLimits", () => {
  test("are clipped at an end of the range that has no other end", () => {
    expect(referenceLimits([1, 2, 9, 1, 1, 1], { min: 0 }).lower).toBe(0);
    expect(referenceLimits([0.9, -5, 0.8, 0.9, 0.9, 0.9], { max: 1 }).upper).toBe(1);
  });
  test("mean ± 3 population deviations of the monthly ROC AUC of California's reference", () => {
    const months = [0.910567, 0.900177, 0.924654, 0.964694, 0.892573, 0.786415, 0.807618, 0.845014];
    const limits = referenceLimits(months, { min: 0, max: 1 });
    expect(limits.lower).toBeCloseTo(0.708336, 5);
    expect(limits.upper, "clipped: an AUC above 1 cannot be").toBe(1);
    expect(referenceLimits(months).upper).toBeGreaterThan(1);
  });
  test.each([
    { name: "five windows are too few", windows: [1, 2, 3, 4, 5] },
    { name: "windows without a value do not count", windows: [1, 2, 3, null, 4, 5, null] },
    { name: "no windows", windows: [] },
  ])("$name", ({ windows }) => {
    expect(referenceLimits(windows)).toEqual({ lower: null, upper: null, reason: "reference_windows" });
  });
  test("six equal windows leave no room", () => {
    expect(referenceLimits([0.5, 0.5, 0.5, null, 0.5, 0.5, 0.5])).toEqual({ lower: 0.5, upper: 0.5 });
  });
});

test("median, MAD and fences", () => {
  expect(medianAndMad([1, 1, 2, 2, 4, 6, 9])).toEqual({ median: 2, mad: 1 });
  expect([median([]), median([3, 1]), medianAndMad([])]).toEqual([null, 2, { median: null, mad: null }]);
  const fences = quartileFences(10, 20);
  expect(fences).toEqual({ low: -5, high: 35 });
  expect([-5, 35, -5.1, 35.1].map((value) => isOutlier(value, fences))).toEqual([false, false, true, true]);
});
