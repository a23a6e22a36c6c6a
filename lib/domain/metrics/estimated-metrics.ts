import type { EstimateAnswer } from "#lib/domain/analysis/answers/common";
import type { ConfusionAnswer } from "#lib/domain/analysis/answers/performance";
import { binaryCounts, scoreBinCounts } from "#lib/domain/profile/outcome-counts";
import type { Profile } from "#lib/domain/profile/profile";
import { scoreBinCount, scoreOfBin } from "#lib/domain/profile/score-bin";
import { ESTIMATED_METRICS, estimatedPerformance, fitCalibration } from "#lib/domain/stats/cbpe";
import { predictIsotonic } from "#lib/domain/stats/isotonic";
import { performanceFacts } from "./performance-catalogue.ts";

/** P(label = 1) per score bin; or why there is none. */
export type Calibration = { probabilities: Float64Array; reason?: undefined } | { probabilities: null; reason: string };

/** Isotonic calibration on all labelled, scored rows of the reference. */
export function calibrationOf(reference: Profile | null): Calibration {
  if (reference === null) return { probabilities: null, reason: "no_reference" };
  if (reference.outcome.kind !== "binary") return { probabilities: null, reason: "not_binary" };
  const { positives, negatives } = scoreBinCounts(reference.outcome);
  const scores = Float64Array.from({ length: scoreBinCount }, (_, bin) => scoreOfBin(bin));
  const fit = fitCalibration(scores, positives, negatives);
  if (fit.x.length === 0) return { probabilities: null, reason: reference.labelled > 0 ? "no_reference_scores" : "no_reference_labels" };
  return { probabilities: scores.map((score) => predictIsotonic(fit, score) ?? 0) };
}

export type EstimatedMetrics = { metrics: Record<string, EstimateAnswer>; confusion: ConfusionAnswer | null; samples: number };

/** Performance of a Profile as its calibrated scores let expect; labels are not looked at. Nulls with a reason where there is nothing to go by. */
export function estimatedMetrics(profile: Profile, calibration: Calibration): EstimatedMetrics {
  const { kind } = profile.outcome;
  if (kind !== "binary")
    return notEstimated(
      "not_binary",
      performanceFacts(kind).map(([name]) => name),
    );
  if (calibration.probabilities === null) return notEstimated(calibration.reason);
  // only bins that hold rows: a window of an hour fills a few of more than a thousand
  const used = [...binaryCounts(profile.outcome)].filter(({ bin, prediction }) => bin !== null && prediction !== null);
  const bins = [...new Set(used.map(({ bin }) => bin ?? 0))].sort((a, b) => a - b);
  const place = new Map(bins.map((bin, index) => [bin, index]));
  const rowsOf = (wanted: 0 | 1): Float64Array => {
    const counts = new Float64Array(bins.length);
    for (const { bin, prediction, rows } of used) if (prediction === wanted) addAt(counts, place.get(bin ?? 0) ?? 0, rows);
    return counts;
  };
  const samples = used.reduce((total, { rows }) => total + rows, 0);
  if (samples === 0) return notEstimated(profile.rows === 0 ? "no_rows" : "no_scores");
  const { probabilities } = calibration;
  const { confusion, ...metrics } = estimatedPerformance({
    predictedPositive: rowsOf(1),
    predictedNegative: rowsOf(0),
    probabilities: Float64Array.from(bins, (bin) => probabilities[bin] ?? 0),
  });
  return { metrics, confusion, samples };
}

function addAt(counts: Float64Array, index: number, rows: number): void {
  counts[index] = (counts[index] ?? 0) + rows;
}

const notEstimated = (reason: string, names: readonly string[] = ESTIMATED_METRICS): EstimatedMetrics => ({
  metrics: Object.fromEntries(names.map((name) => [name, { value: null, low: null, high: null, reason }])),
  confusion: null,
  samples: 0,
});
