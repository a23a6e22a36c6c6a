import { describe, expect, it } from "vitest";
import { type DisparityAnswer, type GroupAnswer, groupRates } from "#lib/domain/analysis/answers/bias";
import { type BiasWindow, biasHeadline, byUnfairness, disparitySentence, ratesSummary, ratioSummary } from "./bias-words.ts";

const estimate = (value: number | null) => ({ value, low: null, high: null, ...(value === null ? { reason: "no_labels" } : {}) });
const disparity = (verdict: DisparityAnswer["verdict"], ratio: number | null, change: Partial<DisparityAnswer> = {}): DisparityAnswer => ({
  metric: "selectionRate",
  group: "Female",
  baseGroup: "Male",
  ratio,
  difference: null,
  low: ratio === null ? null : ratio * 0.9,
  high: ratio === null ? null : ratio * 1.1,
  verdict,
  ...change,
});
const group = (name: string, value: number | null): GroupAnswer => {
  const e = estimate(value);
  return {
    group: name,
    predictions: 10,
    labelled: 10,
    confusion: { tp: 0, fp: 0, fn: 0, tn: 0 },
    selectionRate: e,
    accuracy: e,
    precision: e,
    truePositiveRate: e,
    falsePositiveRate: e,
    trueNegativeRate: e,
    falseNegativeRate: e,
    falseDiscoveryRate: e,
    falseOmissionRate: e,
    negativePredictiveValue: e,
  };
};
const window = (disparities: DisparityAnswer[], change: Partial<BiasWindow> = {}): BiasWindow => ({
  start: "2022-03-01T00:00:00.000Z",
  end: "2022-04-01T00:00:00.000Z",
  predictions: 20,
  labelled: 20,
  coverage: 1,
  status: "ok",
  complete: true,
  groups: [group("Male", 0.26), group("Female", 0.077)],
  disparities,
  summary: {
    demographicParityDifference: null,
    demographicParityRatio: null,
    equalizedOddsDifference: null,
    equalizedOddsRatio: null,
    equalOpportunityDifference: null,
    equalOpportunityRatio: null,
  },
  baseGroup: "Male",
  ...change,
});
const said = (of: BiasWindow | null) => biasHeadline(of, "sex", "in March 2022");

describe("how groups are treated, in words", () => {
  it("names the worst comparison, who is selected before how well", () => {
    const answer = window([disparity("unfair", 0.2, { metric: "falsePositiveRate" }), disparity("unfair", 0.298), disparity("fair", 1)]);
    expect(said(answer)).toEqual({
      title: "Groups of sex are treated differently in March 2022",
      sentence: "Selection rate of Female is 0.298 times that of Male (0.268–0.328). 2 of 3 comparisons are unfair.",
    });
  });
  it.each([
    [window([disparity("fair", 1)]), "Groups of sex are treated alike in March 2022"],
    [window([disparity("fair", 1), disparity("inconclusive", 0.7)]), "No difference between groups of sex is proven in March 2022"],
    [window([disparity("inconclusive", 0.7)]), "Not enough data to compare groups of sex in March 2022"],
    [window([], { groups: [] }), "How groups of sex are treated"],
    [window([], { reason: "unknown_base_group" }), "Groups of sex cannot be compared"],
    [null, "How groups of sex are treated"],
  ])("has a title for every case", (answer, title) => expect(said(answer).title).toBe(title));
  it("says why two cannot be compared", () =>
    expect(disparitySentence(disparity("not_enough_data", null, { reason: "base_rate_zero" }))).toBe(
      "Selection rate of Female cannot be compared with Male: the rate of the base group is 0.",
    ));
  it("puts what is unfair first and what is furthest from equal before", () => {
    const sorted = [disparity("fair", 1), disparity("unfair", 0.7), disparity("inconclusive", 0.1), disparity("unfair", 2)].sort(
      byUnfairness,
    );
    expect(sorted.map(({ ratio }) => ratio)).toEqual([2, 0.7, 0.1, 1]);
  });
  it("says between which groups a rate runs", () =>
    expect(ratesSummary(window([]), "selectionRate")).toBe(
      "Selection rate runs from 7.7\u202f% (Female) to 26.0\u202f% (Male); the ring is Male.",
    ));
  it("says why a rate is not known", () =>
    expect(ratesSummary(window([], { groups: [group("Male", null)] }), "precision")).toBe(
      "Precision is not known of any group: no labels yet.",
    ));
  it("counts the windows outside of four fifths", () =>
    expect(ratioSummary([window([disparity("unfair", 0.3)]), window([disparity("fair", 1)]), window([])], "selectionRate")).toBe(
      "In 1 of 2 windows a group's selection rate lies outside four fifths of the base group's.",
    ));
  it("knows every rate", () => expect(groupRates).toHaveLength(10));
});
