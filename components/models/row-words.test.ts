import { describe, expect, it } from "vitest";
import { ageWords, besideValue, decidedSeries, driftWords, limitWords, sparkWords, volumeWords } from "./row-words.ts";

const worst = {
  metric: "performance.rocAuc",
  label: "ROC AUC",
  value: 0.705,
  limit: 0.708,
  side: "below",
  start: null,
  series: [{ start: "", value: 0.7 }],
} as const;

describe("a model's row", () => {
  it("says on which side of its limit a metric is right", () => {
    expect(limitWords(worst)).toBe("limit ≥ 0.708");
    expect(limitWords({ limit: 14, side: "above" })).toBe("limit ≤ 14.0");
    expect(limitWords({ limit: null, side: null })).toBeNull();
  });
  it("says how many labels are missing where a verdict is withheld", () => {
    const row = { worst: null, labels: { labelled: 112, needed: 200 } };
    expect(besideValue({ ...row, verdict: "not_enough_data" })).toBe("112 of 200 labels");
    expect(besideValue({ ...row, verdict: "ok" })).toBeNull();
  });
  it("never shows what is not known as 0", () => {
    expect(driftWords({ drift: null })).toBe("–");
    expect(volumeWords({ volume: { rows: [], perDay: null } })).toBe("no rows");
    expect(volumeWords({ volume: { rows: [1], perDay: 0.2 } })).toBe("< 1 / day");
    expect(ageWords(null, "2022-04-11T00:00:00Z")).toBe("never");
  });
  it("says how old the newest rows are, rows ahead of the clock included", () => {
    expect(ageWords("2022-04-10T23:36:00Z", "2022-04-11T00:00:00Z")).toBe("24\u202fmin");
    expect(ageWords("2022-04-12T00:00:00Z", "2022-04-11T00:00:00Z")).toBe("1\u202fs");
  });
  it("ends the sparkline with the window that decides", () => {
    const series = ["2022-01-01", "2022-02-01", "2022-03-01"].map((start, value) => ({ start, value }));
    expect(decidedSeries({ series, start: "2022-02-01" })).toEqual([0, 1]);
    expect(decidedSeries({ series, start: null })).toEqual([0, 1, 2]);
  });
  it("reads the sparkline aloud", () =>
    expect(sparkWords({ ...worst, series: [...worst.series] })).toBe("ROC AUC over 1 windows, last 0.705, limit ≥ 0.708"));
});
