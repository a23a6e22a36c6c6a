import { describe, expect, test } from "vitest";
import { freezeSpec } from "#lib/domain/profile/freeze";
import { californiaModel, californiaRows } from "#lib/testing/california-rows";
import { profileOf, windowProfilesOf } from "#lib/testing/profile-windows";
import { buildDrift } from "./drift.ts";
import { buildEstimatedPerformance } from "./estimated-performance.ts";
import { performanceLimits } from "./limits.ts";
import { buildPerformance } from "./performance.ts";
import type { Question } from "./question.ts";

const reference = californiaRows("reference");
const analysis = californiaRows("analysis");
const spec = freezeSpec({ model: californiaModel, rows: reference, version: 1 });
const referenceWindows = windowProfilesOf(spec, reference, "1mo");

const question: Question = {
  model: {
    ...californiaModel,
    slug: "california",
    timeZone: "UTC",
    minimumRows: 200,
    minimumLabelCoverage: 0,
    labelDelaySeconds: 0,
    store: { kind: "postgres" },
  },
  spec,
  size: "1mo",
  windows: windowProfilesOf(spec, analysis, "1mo"),
  reference: {
    version: 1,
    rows: reference.length,
    from: Date.parse("2020-10-01"),
    to: Date.parse("2021-06-01"),
    profile: profileOf(spec, reference),
    limits: performanceLimits(
      "binary",
      "1mo",
      referenceWindows.flatMap(({ profile }) => (profile ? [profile] : [])),
    ),
  },
  now: Date.parse("2022-06-01"),
  pendingRows: 0,
  version: null,
  segment: null,
};

// n, ROC AUC, CBPE ROC AUC, accuracy, TP FP FN TN of each month, recomputed from the public files
const months = [
  ["2021-06", 720, 0.884175, 0.859318, 0.847222, 21, 6, 104, 589],
  ["2021-07", 744, 0.760062, 0.750976, 0.818548, 3, 0, 135, 606],
  ["2021-08", 744, 0.704325, 0.709284, 0.560484, 0, 0, 327, 417],
  ["2021-09", 720, 0.669772, 0.664344, 0.516667, 0, 0, 348, 372],
  ["2021-10", 744, 0.8335, 0.824291, 0.283602, 85, 0, 533, 126],
  ["2021-11", 720, 0.731549, 0.870254, 0.566667, 20, 1, 311, 388],
  ["2021-12", 744, 0.933917, 0.898273, 0.486559, 246, 0, 382, 116],
  ["2022-01", 744, 0.869353, 0.851573, 0.49328, 322, 0, 377, 45],
  ["2022-02", 672, 0.933453, 0.911054, 0.596726, 146, 3, 268, 255],
  ["2022-03", 744, 0.704867, 0.829077, 0.606183, 15, 6, 287, 436],
  ["2022-04", 720, 0.975394, 0.910661, 0.658333, 34, 0, 246, 440],
  ["2022-05", 216, 0.950922, 0.939883, 0.759259, 53, 0, 52, 111],
] as const;

describe("California housing by month", () => {
  const performance = buildPerformance(question);
  const estimated = buildEstimatedPerformance(question);

  test.each(months)("%s has the published numbers", (month, n, auc, cbpe, accuracy, tp, fp, fn, tn) => {
    const index = months.findIndex(([name]) => name === month);
    const window = performance.windows[index];
    expect(window?.start).toBe(`${month}-01T00:00:00.000Z`);
    expect(window?.predictions).toBe(n);
    expect(window?.confusion).toEqual({ tp, fp, fn, tn });
    expect(window?.metrics.rocAuc?.value).toBeCloseTo(auc, 6);
    expect(window?.metrics.accuracy?.value).toBeCloseTo(accuracy, 6);
    expect(estimated.windows[index]?.metrics.rocAuc?.value).toBeCloseTo(cbpe, 6);
  });

  test("the limit is the published one", () => {
    expect(performance.thresholds.rocAuc?.lower).toBeCloseTo(0.708336, 6);
    expect(performance.thresholds.rocAuc?.upper).toBe(1);
  });

  test("a month below the limit of the ROC AUC is critical and says so", () => {
    const below = performance.windows.filter(({ breaches }) => breaches.some(({ metric }) => metric === "rocAuc"));
    expect(below.map(({ start }) => start.slice(0, 7))).toEqual(["2021-08", "2021-09", "2022-03"]);
    expect(below.every(({ status }) => status === "critical")).toBe(true);
    const estimate = estimated.windows.filter(({ breaches }) => breaches.some(({ metric }) => metric === "rocAuc"));
    expect(estimate.map(({ start }) => start.slice(0, 7))).toEqual(["2021-09"]);
  });

  test("a month without positive predictions has no precision and recall 0", () => {
    expect(performance.windows[2]?.metrics.precision).toEqual({ value: null, low: null, high: null, reason: "no_positive_predictions" });
    expect(performance.windows[2]?.metrics.recall?.value).toBe(0);
  });

  test("mean monthly KS against the whole reference is the published one", () => {
    const published = {
      Longitude: 0.712709,
      Latitude: 0.672904,
      HouseAge: 0.201638,
      MedInc: 0.154952,
      AveOccup: 0.14389,
      AveRooms: 0.129277,
      AveBedrms: 0.08914,
      Population: 0.073562,
    };
    const windows = [...referenceWindows, ...question.windows];
    const drift = buildDrift({ ...question, windows });
    expect(drift.windows).toHaveLength(20);
    for (const [feature, expected] of Object.entries(published)) {
      const values = drift.windows.map(({ features }) => features.find((column) => column.feature === feature)?.ks ?? Number.NaN);
      expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / 20 - expected), feature).toBeLessThan(0.006);
    }
  });

  test("the whole analysis against the whole reference has the known PSI", () => {
    const whole = buildDrift({ ...question, size: null, windows: [{ start: 0, end: 1, profile: profileOf(spec, analysis) }] });
    const psi = Object.fromEntries((whole.windows[0]?.features ?? []).map(({ feature, psi }) => [feature, psi]));
    const known = {
      MedInc: 0.037860295,
      HouseAge: 0.081211997,
      AveRooms: 0.027076655,
      AveBedrms: 0.002512496,
      Population: 0.004355701,
      AveOccup: 0.055772256,
      Latitude: 3.754168843,
      Longitude: 5.151332134,
      "@score": 0.37537406,
    };
    for (const [feature, expected] of Object.entries(known)) expect(psi[feature], feature).toBeCloseTo(expected, 8);
  });
});
