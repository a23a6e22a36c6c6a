import { describe, expect, it } from "vitest";
import type { QualityFeature } from "#lib/domain/analysis/answers/quality";
import { largestShares, overTimeSummary, type QualityWindow, qualityHeadline, worstFault, worstFirst } from "./quality-words.ts";

const feature = (name: string, change: Partial<QualityFeature> = {}): QualityFeature => ({
  feature: name,
  type: "numeric",
  rows: 100,
  missingShare: 0,
  unseenShare: null,
  outOfRangeShare: 0,
  wrongTypeShare: 0,
  repeatedShare: null,
  outlierShare: 0,
  unexpectedShare: null,
  mean: null,
  standardDeviation: null,
  minimum: null,
  maximum: null,
  broken: [],
  ...change,
});
const window = (features: QualityFeature[], predictions = 1000): QualityWindow => ({
  start: "2022-03-01T00:00:00.000Z",
  end: "2022-04-01T00:00:00.000Z",
  predictions,
  labelled: 0,
  coverage: 0,
  status: "ok",
  complete: true,
  features,
});
const said = (features: QualityFeature[]) => qualityHeadline(window(features), "in March 2022");

describe("data quality in words", () => {
  it.each([
    [
      [feature("a"), feature("income", { broken: ["12 % of rows are missing it; none may."] })],
      "1 of 2 columns breaks what is expected in March 2022",
      "income: 12 % of rows are missing it; none may.",
    ],
    [
      [feature("a", { missingShare: 0.12 }), feature("b", { outlierShare: 0.01 })],
      "1 of 2 columns stands out in March 2022",
      "Most of all a: 12\u202f% missing. Nothing declared is broken.",
    ],
    [[feature("a")], "No column stands out in March 2022", "1 column without missing, unseen or wrong values, over 1,000 rows."],
  ])("has a headline", (features, title, sentence) => expect(said(features)).toEqual({ title, sentence }));

  it("puts broken expectations first, then the surest faults", () => {
    const rows = [
      feature("outliers", { outlierShare: 0.3 }),
      feature("missing", { missingShare: 0.1 }),
      feature("typed", { wrongTypeShare: 0.09 }),
      feature("broken", { broken: ["x"] }),
    ];
    expect(worstFirst(rows).map((row) => row.feature)).toEqual(["broken", "typed", "missing", "outliers"]);
  });

  it("does not call a few outliers a fault", () => {
    expect(worstFault(feature("a", { outlierShare: 0.01 }))).toBeNull();
    expect(worstFault(feature("a", { outlierShare: 0.2 }))).toEqual({ fault: "outlierShare", share: 0.2 });
  });

  it("takes the worst column of each window, and leaves windows without rows open", () => {
    const windows = [window([feature("a", { missingShare: 0.1 }), feature("b", { missingShare: 0.4 })]), window([feature("a")], 0)];
    expect(largestShares(windows, "missingShare")).toEqual([0.4, null]);
    expect(largestShares(windows, "unseenShare")).toEqual([null, null]);
  });

  it("says which fault is largest in the selected window", () => {
    const march = window([feature("a", { missingShare: 0.1, outlierShare: 0.5 })]);
    expect(overTimeSummary([march], march)).toBe(
      "The column with the largest share of each fault, window by window. Missing: 10\u202f% in this window.",
    );
  });
});
