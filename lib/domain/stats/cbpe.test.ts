import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimatedPerformance, expectedConfusion, fitCalibration } from "./cbpe.ts";
import { fitIsotonic, predictIsotonic } from "./isotonic.ts";

describe("isotonic regression", () => {
  test("pools violators by weight", () => {
    const fit = fitIsotonic([1, 2, 3, 4, 5], [0.1, 0.5, 0.2, 0.8, 0.8], [1, 1, 2, 1, 1]);
    const pooled = (0.5 + 2 * 0.2) / 3;
    expect(fit.x).toEqual([1, 2, 3, 4, 5]);
    for (const [i, y] of [0.1, pooled, pooled, 0.8, 0.8].entries()) expect(fit.y[i]).toBeCloseTo(y, 12);
  });
  test("is straight between knots and flat beyond them", () => {
    const fit = fitIsotonic([1, 3], [0, 1], [1, 1]);
    expect([0, 1, 1.5, 2, 3, 9].map((x) => predictIsotonic(fit, x))).toEqual([0, 0, 0.25, 0.5, 1, 1]);
  });
  test("without points there is nothing to read", () => {
    expect(predictIsotonic(fitIsotonic([1, 2], [1, 1], [0, 0]), 1)).toBeNull();
  });

  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 60 });
  test("never falls and keeps the weighted mean", () => {
    fc.assert(
      fc.property(points, (list) => {
        const x = list.map((_, i) => i);
        const fit = fitIsotonic(
          x,
          list.map(([y]) => y),
          list.map(([, weight]) => weight),
        );
        const fitted = x.map((value) => predictIsotonic(fit, value) ?? Number.NaN);
        const mean = (values: number[]) => values.reduce((total, y, i) => total + y * (list[i]?.[1] ?? 0), 0);
        expect(mean(fitted)).toBeCloseTo(mean(list.map(([y]) => y)), 6);
        for (const [i, y] of fitted.entries()) if (i > 0) expect(y).toBeGreaterThanOrEqual((fitted[i - 1] ?? 0) - 1e-12);
      }),
    );
  });
  test("leaves alone what rises already", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }), (list) => {
        const rising = [...list].sort((a, b) => a - b);
        const x = rising.map((_, i) => i);
        expect(
          fitIsotonic(
            x,
            rising,
            rising.map(() => 1),
          ),
        ).toEqual({ x, y: rising });
      }),
    );
  });
});

describe("performance without labels", () => {
  const probabilities = [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9];
  const scores = { predictedPositive: [0, 0, 0, 0, 1, 1, 1, 1], predictedNegative: [1, 1, 1, 1, 0, 0, 0, 0], probabilities };

  test("eight rows by hand", () => {
    const { tp, fp, fn, tn } = expectedConfusion(scores);
    for (const [count, value] of [
      [tp, 3],
      [fp, 1],
      [fn, 1],
      [tn, 3],
    ] as const)
      expect(count).toBeCloseTo(value, 12);
    const estimate = estimatedPerformance(scores);
    for (const name of ["accuracy", "precision", "recall", "f1", "specificity"] as const)
      expect(estimate[name].value, name).toBeCloseTo(0.75, 12);
    expect(estimate.rocAuc.value).toBeCloseTo(0.8125, 12);
    expect(estimate.accuracy).toMatchObject({ low: null, high: null });
  });
  test("sure probabilities give the metrics of the labels themselves", () => {
    const sure = estimatedPerformance({ ...scores, probabilities: [0, 0, 1, 0, 1, 1, 0, 1] });
    expect(sure.confusion).toEqual({ tp: 3, fp: 1, fn: 1, tn: 3 });
    expect(sure.rocAuc.value).toBeCloseTo(12 / 16, 12);
  });
  test("without rows, or without a chance of a positive, it says why", () => {
    expect(estimatedPerformance({ predictedPositive: [], predictedNegative: [], probabilities: [] }).accuracy.reason).toBe("no_rows");
    const none = estimatedPerformance({ predictedPositive: [0], predictedNegative: [5], probabilities: [0] });
    expect([none.precision.reason, none.recall.reason, none.rocAuc.reason]).toEqual([
      "no_positive_predictions",
      "no_positive_labels",
      "no_positive_labels",
    ]);
  });
  test("calibration pools the bins of the reference", () => {
    const fit = fitCalibration([0.1, 0.5, 0.9], [1, 8, 9], [9, 2, 1]);
    expect([0.1, 0.5, 0.9].map((score) => predictIsotonic(fit, score))).toEqual([0.1, 0.8, 0.9]);
  });
});
