import { describe, expect, test } from "vitest";
import { readCsvGz } from "#lib/testing/read-csv-gz";
import { type RegressionSums, regressionMetrics } from "./regression-metrics.ts";

function sumsOf(predictions: readonly number[], labels: readonly number[]): RegressionSums {
  const sums = {
    n: 0,
    sumError: 0,
    sumAbsoluteError: 0,
    sumSquaredError: 0,
    nPercentage: 0,
    sumAbsolutePercentage: 0,
    sumLabel: 0,
    sumSquaredLabel: 0,
  };
  for (const [i, prediction] of predictions.entries()) {
    const label = labels[i] ?? Number.NaN;
    const error = prediction - label;
    sums.n++;
    sums.sumError += error;
    sums.sumAbsoluteError += Math.abs(error);
    sums.sumSquaredError += error * error;
    sums.sumLabel += label;
    sums.sumSquaredLabel += label * label;
    if (label !== 0) {
      sums.nPercentage++;
      sums.sumAbsolutePercentage += Math.abs(error / label);
    }
  }
  return sums;
}

describe("hourly bike rentals (Evidently's demonstration)", () => {
  const table = readCsvGz("bike_jan_feb_2011_with_rerun_predictions.csv.gz");
  const [times, periods] = [table.text("timestamp"), table.text("period")];
  const [labels, predictions] = [table.numbers("cnt"), table.numbers("prediction")];
  const metricsWhere = (keep: (i: number) => boolean) => {
    const rows = times.map((_, i) => i).filter(keep);
    return regressionMetrics(
      sumsOf(
        rows.map((i) => predictions[i] ?? Number.NaN),
        rows.map((i) => labels[i] ?? Number.NaN),
      ),
    );
  };

  test("current, first ten days", () => {
    const { meanError, mae } = metricsWhere((i) => periods[i] === "current" && (times[i] ?? "") <= "2011-02-07 23:00:00");
    expect(meanError.value).toBeCloseTo(-6.141446808510638, 10);
    expect(mae.value).toBeCloseTo(13.381276595744682, 10);
  });
  test("reference", () => {
    const { meanError, mae, mape, r2, rmse } = metricsWhere((i) => periods[i] === "reference");
    expect(meanError.value).toBeCloseTo(-0.03, 2);
    expect(mae.value).toBeCloseTo(4.1, 1);
    expect(mape.value).toBeCloseTo(0.1613, 4);
    expect(r2.value).toBeGreaterThan(0.9);
    expect(rmse).toMatchObject({ low: null, high: null });
  });
});

describe("by hand", () => {
  const metrics = regressionMetrics(sumsOf([2, 4, 6, 9], [1, 5, 6, 8]));
  test("values", () => {
    expect(metrics.meanError.value).toBeCloseTo(0.25, 12);
    expect(metrics.mae.value).toBeCloseTo(0.75, 12);
    expect(metrics.rmse.value).toBeCloseTo(Math.sqrt(0.75), 12);
    expect(metrics.mape.value).toBeCloseTo((1 + 0.2 + 0 + 0.125) / 4, 12);
    expect(metrics.r2.value).toBeCloseTo(1 - 3 / 26, 12);
  });
  test("the interval of the mean error is that of a mean", () => {
    const half = (1.959963984540054 * Math.sqrt((3 - 4 * 0.0625) / 3)) / 2;
    expect(metrics.meanError.low).toBeCloseTo(0.25 - half, 12);
    expect(metrics.meanError.high).toBeCloseTo(0.25 + half, 12);
    expect(metrics.mae.low).toBeGreaterThan(0);
  });
});

describe("what is not defined says why", () => {
  test("no rows", () => {
    for (const { value, reason } of Object.values(regressionMetrics(sumsOf([], [])))) expect([value, reason]).toEqual([null, "no_rows"]);
  });
  test("labels of 0 only have no percentage, equal labels no R²", () => {
    const { mape, r2, mae } = regressionMetrics(sumsOf([1, 2], [0, 0]));
    expect([mape.reason, r2.reason, mae.value]).toEqual(["no_nonzero_labels", "constant_label", 1.5]);
    expect(regressionMetrics(sumsOf([1, 2, 3], [0.1, 0.1, 0.1])).r2.reason).toBe("constant_label");
  });
  test("one row has values and no intervals", () => {
    expect(regressionMetrics(sumsOf([3], [1])).meanError).toEqual({ value: 2, low: null, high: null });
  });
});
