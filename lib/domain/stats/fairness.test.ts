import { describe, expect, test } from "vitest";
import { readCsvGz } from "#lib/testing/read-csv-gz";
import type { Confusion } from "./binary-metrics.ts";
import { disparities, largestGroup } from "./disparities.ts";
import { fairnessSummary } from "./fairness-summary.ts";
import { type GroupCounts, groupRates } from "./group-rates.ts";

function groupsOf(labels: readonly number[], predictions: readonly number[], names: readonly string[]): GroupCounts[] {
  const groups = new Map<string, Confusion>();
  for (const [i, group] of names.entries()) {
    const confusion = groups.get(group) ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
    const hit = predictions[i] === labels[i];
    confusion[predictions[i] === 1 ? (hit ? "tp" : "fp") : hit ? "tn" : "fn"]++;
    groups.set(group, confusion);
  }
  return [...groups].map(([group, confusion]) => ({ group, confusion }));
}
const values = (groups: readonly GroupCounts[]) =>
  Object.fromEntries(Object.entries(fairnessSummary(groups)).map(([name, { value }]) => [name, value]));
const near = (ours: Record<string, number | null>, theirs: Record<string, number>) => {
  for (const [name, value] of Object.entries(theirs)) expect(ours[name], name).toBeCloseTo(value, 9);
};

describe("eighteen rows of Fairlearn's guide", () => {
  const groups = groupsOf(
    [0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1],
    [0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0],
    [..."bbabbcccaacabccbcc"],
  );
  test.each([
    ["a", 4, 0.75, 0.5, 1, 1 / 3, 0.25],
    ["b", 6, 0.5, 0.6, 0, 1, 2 / 3],
    ["c", 8, 0.5, 0.4, 2 / 3, 0.5, 0.375],
  ])("group %s", (name, n, selection, tpr, fpr, ppv, accuracy) => {
    const found = groups.find(({ group }) => group === name);
    if (found === undefined) throw new Error(`no group ${name}`);
    const rates = groupRates(found);
    expect([rates.predictions, rates.labelled]).toEqual([n, n]);
    expect(rates.selectionRate.value).toBeCloseTo(selection, 12);
    expect(rates.truePositiveRate.value).toBeCloseTo(tpr, 12);
    expect(rates.falsePositiveRate.value).toBeCloseTo(fpr, 12);
    expect(rates.precision.value).toBeCloseTo(ppv, 12);
    expect(rates.accuracy.value).toBeCloseTo(accuracy, 12);
  });
  test("summary", () => {
    near(values(groups), {
      demographicParityDifference: 0.25,
      demographicParityRatio: 2 / 3,
      equalizedOddsDifference: 1,
      equalizedOddsRatio: 0,
      equalOpportunityDifference: 0.2,
      equalOpportunityRatio: 2 / 3,
    });
  });
});

// confusion counts of test/unit/metrics/data_for_test.py (Fairlearn, MIT)
test("71 rows of Fairlearn's tests, grouped in two ways", () => {
  near(
    values([
      { group: "aa", confusion: { tp: 15, fp: 7, fn: 7, tn: 7 } },
      { group: "ba", confusion: { tp: 18, fp: 6, fn: 5, tn: 6 } },
    ]),
    {
      demographicParityDifference: 0.0746031746,
      demographicParityRatio: 0.8912037037,
      equalizedOddsDifference: 0.1007905138,
      equalizedOddsRatio: 0.8712121212,
      equalOpportunityDifference: 0.1007905138,
      equalOpportunityRatio: 0.8712121212,
    },
  );
  near(
    values([
      { group: "pp", confusion: { tp: 17, fp: 7, fn: 6, tn: 6 } },
      { group: "q", confusion: { tp: 16, fp: 6, fn: 6, tn: 7 } },
    ]),
    {
      demographicParityDifference: 0.0380952381,
      demographicParityRatio: 0.9428571429,
      equalizedOddsDifference: 0.0769230769,
      equalizedOddsRatio: 0.8571428571,
      equalOpportunityDifference: 0.0118577075,
      equalOpportunityRatio: 0.9839572193,
    },
  );
  const overall = groupRates({ group: "all", confusion: { tp: 33, fp: 13, fn: 12, tn: 13 } });
  expect(overall.selectionRate.value).toBeCloseTo(0.6478873, 7);
  expect(overall.truePositiveRate.value).toBeCloseTo(0.7333333, 7);
  expect(overall.falsePositiveRate.value).toBeCloseTo(0.5, 7);
  expect(overall.precision.value).toBeCloseTo(0.7173913, 7);
  expect(overall.accuracy.value).toBeCloseTo(0.6478873, 7);
});

describe("ten rows of aequitas' tests", () => {
  const groups = groupsOf(
    [1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
    [1, 0, 0, 1, 1, 1, 0, 0, 1, 1],
    Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? "High" : "Low")),
  );
  test("counts", () => {
    expect(groups).toEqual([
      { group: "High", confusion: { tp: 2, fp: 1, fn: 1, tn: 1 } },
      { group: "Low", confusion: { tp: 1, fp: 2, fn: 1, tn: 1 } },
    ]);
  });
  test.each([
    ["falseNegativeRate", 1.5],
    ["falsePositiveRate", 4 / 3],
    ["falseOmissionRate", 1],
    ["falseDiscoveryRate", 2],
    ["selectionRate", 1],
  ])("%s of Low is %d times that of High, and ten rows give no verdict", (metric, ratio) => {
    const found = disparities(groups, { baseGroup: "High" }).find((disparity) => disparity.metric === metric);
    expect(found?.ratio).toBeCloseTo(ratio, 12);
    expect(found?.verdict).toBe("not_enough_data");
  });
});

describe("the adult census by sex", () => {
  const table = readCsvGz("adult_with_rerun_decision_tree_predictions.csv.gz");
  const groups = groupsOf(Array.from(table.numbers("y_true")), Array.from(table.numbers("y_pred")), table.text("sex"));
  const rates = Object.fromEntries(groups.map((counts) => [counts.group, groupRates(counts)]));
  const truncated = (value: number | null | undefined) => Math.floor((value ?? 0) * 10_000) / 10_000;

  test("accuracy, selection and false negative rates as published", () => {
    expect([truncated(rates.Female?.accuracy.value), truncated(rates.Male?.accuracy.value)]).toEqual([0.9251, 0.8042]);
    expect([truncated(rates.Female?.selectionRate.value), truncated(rates.Male?.selectionRate.value)]).toEqual([0.0635, 0.2135]);
    expect(rates.Female?.falseNegativeRate.value).toBeCloseTo(0.5517, 4);
    expect(rates.Male?.falseNegativeRate.value).toBeCloseTo(0.4706, 4);
    expect(fairnessSummary(groups).demographicParityDifference.value).toBeCloseTo(0.150049, 6);
  });
  test("women are selected at .3 of the rate of men, which is unfair beyond doubt", () => {
    const found = disparities(groups);
    expect(found).toHaveLength(10);
    expect(new Set(found.map(({ group, baseGroup }) => `${group}/${baseGroup}`))).toEqual(new Set(["Female/Male"]));
    const selection = found.find(({ metric }) => metric === "selectionRate");
    expect(selection?.ratio).toBeCloseTo(0.2973, 3);
    expect(selection?.verdict).toBe("unfair");
    expect(found.find(({ metric }) => metric === "accuracy")?.verdict).toBe("fair");
  });
});

describe("verdicts by the four-fifths band and the interval", () => {
  const base: GroupCounts = { group: "base", confusion: { tp: 500, fp: 0, fn: 0, tn: 500 } };
  const verdict = (selected: number, of: number) => {
    const groups = [base, { group: "g", confusion: { tp: selected, fp: 0, fn: 0, tn: of - selected } }];
    return disparities(groups, { baseGroup: "base" }).find(({ metric }) => metric === "selectionRate");
  };
  test.each([
    { name: "29 outcomes are too few whatever they say", selected: 0, of: 29, verdict: "not_enough_data" },
    { name: "none of 100 is unfair", selected: 0, of: 100, verdict: "unfair" },
    { name: "15 of 30 is 1, and anything can hide behind it", selected: 15, of: 30, verdict: "inconclusive" },
    { name: "the same rate in many is fair", selected: 500, of: 1000, verdict: "fair" },
    { name: "just under four fifths of 300 is not certain", selected: 115, of: 300, verdict: "inconclusive" },
    { name: "too good is unfair as well", selected: 900, of: 1000, verdict: "unfair" },
  ] as const)("$name", (row) => {
    expect(verdict(row.selected, row.of)?.verdict).toBe(row.verdict);
  });
});

describe("what is not defined says why", () => {
  test("a group without positive labels has no true positive rate", () => {
    const groups: GroupCounts[] = [
      { group: "a", confusion: { tp: 40, fp: 10, fn: 10, tn: 40 } },
      { group: "b", confusion: { tp: 0, fp: 10, fn: 0, tn: 40 } },
    ];
    const summary = fairnessSummary(groups);
    expect(summary.equalOpportunityRatio).toEqual({ value: null, reason: "fewer_than_two_groups" });
    expect(summary.equalizedOddsDifference).toEqual({ value: null, reason: "fewer_than_two_groups" });
    expect(summary.demographicParityRatio.value).toBeCloseTo(0.4, 12);
    expect(disparities(groups).find(({ metric }) => metric === "truePositiveRate")).toEqual({
      metric: "truePositiveRate",
      group: "b",
      baseGroup: "a",
      ratio: null,
      difference: null,
      low: null,
      high: null,
      verdict: "not_enough_data",
      reason: "no_positive_labels",
    });
  });
  test("nobody is selected anywhere: no difference, and no ratio", () => {
    const groups = ["a", "b"].map((group) => ({ group, confusion: { tp: 0, fp: 0, fn: 40, tn: 60 } }));
    expect(fairnessSummary(groups).demographicParityDifference).toEqual({ value: 0 });
    expect(fairnessSummary(groups).demographicParityRatio).toEqual({ value: null, reason: "all_rates_zero" });
    expect(disparities(groups)[0]).toMatchObject({ ratio: null, difference: 0, verdict: "inconclusive", reason: "base_rate_zero" });
  });
  test("one group, none, or a base group that is not there", () => {
    const one: GroupCounts[] = [{ group: "a", confusion: { tp: 1, fp: 1, fn: 1, tn: 1 } }];
    expect([disparities(one), disparities([]), disparities(one, { baseGroup: "z" })]).toEqual([[], [], []]);
    expect(fairnessSummary(one).demographicParityDifference.reason).toBe("fewer_than_two_groups");
    expect(largestGroup([])).toBeNull();
  });
});

test("rows without a label count for the selection rate alone", () => {
  const rates = groupRates({ group: "a", confusion: { tp: 1, fp: 1, fn: 1, tn: 1, unlabelledPositive: 4, unlabelledNegative: 2 } });
  expect([rates.predictions, rates.labelled, rates.selectionRate.value, rates.accuracy.value]).toEqual([10, 4, 0.6, 0.5]);
  const early = groupRates({ group: "b", confusion: { tp: 0, fp: 0, fn: 0, tn: 0, unlabelledPositive: 4, unlabelledNegative: 2 } });
  expect(early.selectionRate.value).toBeCloseTo(2 / 3, 12);
  expect(early.accuracy.reason).toBe("no_rows");
});
