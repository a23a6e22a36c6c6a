import { calibrationOf, estimatedMetrics } from "#lib/domain/metrics/estimated-metrics";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { EstimatedPerformanceAnswer } from "./answers/performance.ts";
import { breachesOf, limitsIn, type WarningLimits } from "./limits.ts";
import { answerHead } from "./provenance.ts";
import type { Question } from "./question.ts";
import { windowHead, worstOf } from "./status.ts";

/** Performance without labels, per window, against the same limits as the realised one. It may open an alert and never close one. */
export function buildEstimatedPerformance(
  question: Question,
  { warnings = {} }: { warnings?: WarningLimits } = {},
): EstimatedPerformanceAnswer {
  const calibration = calibrationOf(question.reference?.profile ?? null);
  const reason = question.model.task === "binary" ? calibration.reason : "not_binary";
  const all = limitsIn(question);
  const windows = question.windows.map((window) => {
    const { metrics, confusion, samples } = estimatedMetrics(window.profile ?? emptyProfile(question.spec), calibration);
    const breaches = breachesOf(metrics, all, warnings);
    const worst = worstOf(breaches.map(({ severity }) => severity));
    return { ...windowHead(question, window, { samples, needsLabels: false, worst }), metrics, confusion, breaches };
  });
  const names = Object.keys(windows[0]?.metrics ?? {});
  return {
    ...answerHead(question, {
      method:
        "Confidence-based performance estimation (CBPE): expected confusion counts from scores calibrated on the reference by isotonic regression; blind to concept drift",
      precision: "approximate",
      bins: "1,000 equal score bins, refined at both ends",
    }),
    windows,
    thresholds: Object.fromEntries(Object.entries(all).filter(([metric]) => names.includes(metric))),
    estimated: true,
    ...(reason === undefined ? {} : { reason }),
  };
}
