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
  const predictedPositive = new Float64Array(scoreBinCount);
  const predictedNegative = new Float64Array(scoreBinCount);
  let samples = 0;
  for (const { bin, prediction, rows } of binaryCounts(profile.outcome)) {
    if (bin === null || prediction === null) continue;
    const counts = prediction === 1 ? predictedPositive : predictedNegative;
    counts[bin] = (counts[bin] ?? 0) + rows;
    samples += rows;
  }
  if (samples === 0) return notEstimated(profile.rows === 0 ? "no_rows" : "no_scores");
  const { confusion, ...metrics } = estimatedPerformance({
    predictedPositive,
    predictedNegative,
    probabilities: calibration.probabilities,
  });
  return { metrics, confusion, samples };
}

const notEstimated = (reason: string, names: readonly string[] = ESTIMATED_METRICS): EstimatedMetrics => ({
  metrics: Object.fromEntries(names.map((name) => [name, { value: null, low: null, high: null, reason }])),
  confusion: null,
  samples: 0,
});
