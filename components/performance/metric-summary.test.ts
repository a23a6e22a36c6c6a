import { describe, expect, it } from "vitest";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { metricSeries, windowVerdict } from "./metric-series.ts";
import { metricFacts, metricSummary } from "./metric-summary.ts";

type Window = PerformanceAnswer["windows"][number];
const frame = { size: "1mo", timeZone: "UTC" } as const;

function month(at: number, value: number | null, change: Partial<Window> = {}): Window {
  const start = (index: number) => new Date(Date.UTC(2022, index - 1, 1)).toISOString();
  return {
    start: start(at),
    end: start(at + 1),
    predictions: 744,
    labelled: 744,
    coverage: 1,
    status: "ok",
    complete: true,
    metrics: {
      rocAuc: { value, low: value && value - 0.04, high: value && value + 0.04, ...(value === null ? { reason: "no_labels" } : {}) },
    },
    confusion: null,
    breaches: [],
    ...change,
  };
}
const breach = { metric: "rocAuc", value: 0.705, limit: 0.708, side: "below", severity: "critical" } as const;
const answer = (windows: Window[]): PerformanceAnswer => ({
  model: "california-housing",
  reference: { version: 2, rows: 5832, from: "2020-10-01T00:00:00Z", to: "2021-06-01T00:00:00Z" },
  provenance: {
    method: "m",
    referenceVersion: 2,
    referenceRows: 5832,
    currentRows: 1,
    bins: null,
    floor: null,
    logBase: null,
    labelCoverage: 1,
    dataSource: "postgres",
    computedAt: "2022-04-08T00:00:00Z",
    precision: "exact",
    window: "1mo",
    timeZone: "UTC",
    version: null,
    segment: null,
    pendingRows: 0,
  },
  windows,
  thresholds: { rocAuc: { lower: 0.708, upper: 1, method: "mean ± 3 sd of 8 reference windows of 1mo" } },
});

const february = month(2, 0.933);
const march = month(3, 0.705, { status: "critical", breaches: [breach] });
const april = month(4, 0.763, { status: "pending", predictions: 249, labelled: 81, coverage: 0.33 });
const all = answer([february, march, april]);
const said = (selected: Window | null, of = all) => metricSummary(of, "binary", "rocAuc", selected, frame);

describe("what a metric says of a window", () => {
  it.each([
    [march, "ROC AUC is 0.705 in March 2022, below its limit of 0.708, after 0.933 in February 2022."],
    [february, "ROC AUC is 0.933 in February 2022, within its limits."],
    [april, "Labels of April 2022 are still due: 81 of 249 rows are labelled."],
    [null, "No predictions came in this range."],
  ])("is a sentence", (window, sentence) => expect(said(window)).toBe(sentence));

  it("gives the value and withholds the verdict where rows are few", () => {
    const few = month(4, 0.741, { status: "not_enough_data", predictions: 2000, labelled: 112 });
    expect(said(few, answer([few]))).toBe("ROC AUC is 0.741 in April 2022; with 112 of 2,000 rows labelled that is too few for a verdict.");
  });
  it("says why there is no value", () => {
    const unlabelled = month(4, null, { labelled: 0 });
    expect(said(unlabelled, answer([unlabelled]))).toBe("ROC AUC is not defined in April 2022: no labels yet.");
  });
  it("promises no limits where there are none", () => {
    const plain = { ...answer([february]), thresholds: {} };
    expect(metricSummary(plain, "binary", "rocAuc", february, frame)).toBe("ROC AUC is 0.933 in February 2022.");
  });
});

describe("the series of a metric", () => {
  const series = metricSeries({ answer: all, estimated: answer([month(4, 0.76)]), task: "binary", metric: "rocAuc", frame });
  it("shows no observed point while labels are due, and the estimate instead", () => {
    expect(series.points[2]).toMatchObject({ value: null, estimate: 0.76, status: "pending", rows: 249, labelled: 81 });
    expect(series.points[1]).toMatchObject({ value: 0.705, estimate: null, label: "March 2022", status: "critical" });
  });
  it("draws only limits that can be broken", () =>
    expect(series.limits).toEqual([{ value: 0.708, kind: "critical", bound: "lower", label: "limit" }]));
  it("has no mean where the band was cut at the end of the range", () =>
    expect(series.reference).toMatchObject({ mean: null, low: 0.708, high: 1 }));
  it("knows the limits of rules from where they were broken", () => {
    const warned = month(3, 0.72, { status: "warning", breaches: [{ ...breach, value: 0.72, limit: 0.75, severity: "warning" }] });
    expect(metricSeries({ answer: answer([warned]), estimated: null, task: "binary", metric: "rocAuc", frame }).limits).toContainEqual({
      value: 0.75,
      kind: "warning",
      bound: "lower",
      label: "warning",
    });
  });
});

it("a window is critical for the metric that is outside, not for the others", () => {
  expect(windowVerdict(march, "rocAuc")).toBe("critical");
  expect(windowVerdict(march, "accuracy")).toBe("ok");
  expect(windowVerdict(april, "accuracy")).toBe("pending");
});

it("the popover gives value, interval, limit with its making, and sample", () => {
  expect(metricFacts(all, null, "rocAuc", march)).toEqual([
    { name: "Value", value: "0.705" },
    { name: "95 % interval", value: "0.665–0.745" },
    { name: "Limit", value: "0.708 to 1.000: mean ± 3 sd of 8 reference windows of 1mo" },
    { name: "This window", value: "744 rows, 744 labelled" },
  ]);
});
