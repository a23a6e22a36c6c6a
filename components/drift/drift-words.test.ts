import { describe, expect, it } from "vitest";
import type { DriftFeature } from "#lib/domain/analysis/answers/drift";
import {
  type DriftWindow,
  driftSentence,
  driftTitle,
  featureSummary,
  historySummary,
  movedWords,
  psiOverWindows,
  shareSummary,
} from "./drift-words.ts";

const frame = { size: "1mo", timeZone: "UTC" } as const;
const feature = (name: string, psi: number | null, change: Partial<DriftFeature> = {}): DriftFeature => ({
  feature: name,
  type: "numeric",
  psi,
  jsDistance: psi,
  ks: psi,
  ksCritical: 0.03,
  wasserstein: null,
  normalizedWasserstein: null,
  hellinger: null,
  chiSquare: { statistic: null, degreesOfFreedom: null, pValue: null },
  cramersV: null,
  mean: 38.1,
  referenceMean: 34.6,
  missingShare: 0,
  drifted: psi !== null && psi >= 0.2,
  threshold: { metric: "psi", value: 0.2, practical: 0.2, sampling: 0.033 },
  rows: 744,
  ...change,
});
const month = (at: number, features: DriftFeature[], change: Partial<DriftWindow> = {}): DriftWindow => ({
  start: new Date(Date.UTC(2022, at - 1, 1)).toISOString(),
  end: new Date(Date.UTC(2022, at, 1)).toISOString(),
  predictions: 744,
  labelled: 744,
  coverage: 1,
  status: "critical",
  complete: true,
  features,
  driftedCount: features.filter(({ drifted }) => drifted).length,
  judgedCount: features.length,
  driftedShare: features.length > 0 ? features.filter(({ drifted }) => drifted).length / features.length : null,
  ...change,
});
const march = month(3, [feature("Latitude", 6.83), feature("MedInc", 0.266), feature("AveRooms", 0.199)]);

describe("drift in words", () => {
  it.each([
    [march, "2 of 3 columns drifted in March 2022"],
    [month(3, [feature("a", 0.1)]), "None of 1 column drifted in March 2022"],
    [month(3, []), "No column can be judged in March 2022"],
    [month(3, [], { predictions: 0 }), "Drift of columns"],
    [null, "Drift of columns"],
  ])("has a title", (window, title) => expect(driftTitle(window, frame)).toBe(title));

  it("says the limit and the noise of sampling", () =>
    expect(driftSentence(march)).toBe("Against the reference, PSI on its deciles. Limit 0.200; sampling noise here is below 0.033."));
  it("says when limits differ and when rows are few", () => {
    const wide = feature("c", 0.1, { threshold: { metric: "psi", value: 0.41, practical: 0.2, sampling: 0.41 } });
    expect(driftSentence(month(3, [feature("a", 0.1), wide], { status: "not_enough_data" }))).toBe(
      "Against the reference, PSI on its deciles. Limits 0.200 to 0.410, by rows; sampling noise here is below 0.410. Too few rows came for a verdict.",
    );
  });
  it("compares a window with the worst of the range", () => {
    const february = month(2, [feature("a", 5), feature("b", 5)]);
    expect(shareSummary([february, march], march, frame)).toBe(
      "67\u202f% of columns drifted in March 2022; the most were 100\u202f% in February 2022.",
    );
    expect(shareSummary([march], march, frame)).toBe("67\u202f% of columns drifted in March 2022, the most in this range.");
    expect(shareSummary([], month(3, [], { reasons: { driftedShare: "no_reference" } }), frame)).toBe(
      "No column could be judged: there is no reference to compare with.",
    );
  });
  it("says where a column moved", () => {
    expect(movedWords(feature("Latitude", 6))).toBe("34.6 → 38.1");
    expect(movedWords(feature("sex", 6, { type: "categorical" }))).toBe("categorical");
    expect(featureSummary(feature("Latitude", 6.83), "in March 2022")).toBe(
      "Latitude drifted in March 2022: PSI 6.83, limit 0.200. Its mean went from 34.6 to 38.1.",
    );
    expect(featureSummary(feature("@score", null, { reasons: { psi: "no_reference_rows" } }), "in March 2022")).toBe(
      "The drift of Score (output) is not defined in March 2022: the reference has no value of this column.",
    );
  });
  it("leaves a gap where a column was not there", () => expect(psiOverWindows([month(2, []), march], "MedInc")).toEqual([null, 0.266]));
  it("says how a measure moved", () => {
    const points = [
      { start: "2022-02-01T00:00:00.000Z", value: 1 },
      { start: "2022-03-01T00:00:00.000Z", value: 3 },
    ];
    expect(historySummary(points, "2022-03-01T00:00:00.000Z", frame, String, 2)).toBe(
      "3 in March 2022, 2 in the reference; between 1 and 3 over 2 windows.",
    );
    expect(historySummary([{ start: "2022-03-01T00:00:00.000Z", value: null }], "2022-03-01T00:00:00.000Z", frame, String)).toBe(
      "No window has a value.",
    );
  });
});
