import { expect, test } from "vitest";
import type { DriftAnswer, DriftFeature } from "#lib/domain/analysis/answers/drift";
import { featureSeries, measuresOf, psiMeasure } from "./feature-series.ts";

const feature = (psi: number | null, mean: number | null): DriftFeature => ({
  feature: "income",
  type: "numeric",
  psi,
  jsDistance: 0.1,
  ks: 0.1,
  ksCritical: null,
  wasserstein: null,
  normalizedWasserstein: null,
  hellinger: null,
  chiSquare: { statistic: null, degreesOfFreedom: null, pValue: null },
  cramersV: null,
  mean,
  referenceMean: 40,
  missingShare: 0.02,
  drifted: (psi ?? 0) >= 0.2,
  threshold: { metric: "psi", value: 0.2, practical: 0.2, sampling: 0.03 },
  rows: 500,
});
const window = (at: number, features: DriftFeature[], predictions = 500): DriftAnswer["windows"][number] => ({
  start: new Date(Date.UTC(2022, at, 1)).toISOString(),
  end: new Date(Date.UTC(2022, at + 1, 1)).toISOString(),
  predictions,
  labelled: 0,
  coverage: 0,
  status: "critical",
  complete: true,
  driftedShare: 1,
  driftedCount: 1,
  judgedCount: 1,
  features,
});
const drift: DriftAnswer = {
  model: "m",
  reference: { version: 1, rows: 900, from: "2021-01-01T00:00:00Z", to: "2021-06-01T00:00:00Z" },
  provenance: {
    method: "",
    referenceVersion: 1,
    referenceRows: 900,
    currentRows: 1,
    bins: null,
    floor: null,
    logBase: null,
    labelCoverage: null,
    dataSource: "postgres",
    computedAt: "2022-04-01T00:00:00Z",
    precision: "approximate",
    window: "1mo",
    timeZone: "UTC",
    version: null,
    segment: null,
    pendingRows: 0,
  },
  windows: [window(0, [feature(0.1, 41)]), window(1, [feature(0.5, 55)]), window(2, [], 0)],
};
const frame = { size: "1mo", timeZone: "UTC" } as const;

test("a window is critical for a column only when that column drifted", () => {
  const series = featureSeries(drift, "income", psiMeasure, frame, true);
  expect(series.points.map(({ value, status }) => [value, status])).toEqual([
    [0.1, "ok"],
    [0.5, "critical"],
    [null, "no_data"],
  ]);
  expect(series.limits).toEqual([{ value: 0.2, kind: "critical", bound: "upper" }]);
});

test("the mean stands beside the reference's and has no limit", () => {
  const [mean] = measuresOf("numeric");
  const series = mean && featureSeries(drift, "income", mean, frame, false);
  expect(series).toMatchObject({ name: "Mean", reference: { mean: 40 } });
  expect(series?.limits).toBeUndefined();
});

test("categories have Cramér's V instead of a mean and KS", () =>
  expect(measuresOf("categorical").map(({ key }) => key)).toEqual(["jsDistance", "cramersV", "missingShare"]));
