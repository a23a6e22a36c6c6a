import { performanceMetrics, type ScoredLabels } from "#lib/domain/metrics/performance-metrics";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { PerformanceAnswer } from "./answers/performance.ts";
import { breachesOf, limitsIn, type WarningLimits } from "./limits.ts";
import { answerHead } from "./provenance.ts";
import type { Question } from "./question.ts";
import { windowHead, worstOf } from "./status.ts";

export type PerformanceOptions = {
  warnings?: WarningLimits;
  /** labelled rows per distinct score, aligned with the windows; then the curve metrics are exact */
  exact?: (ScoredLabels | null)[];
};

/** Realised performance per window against the limits of the reference. */
export function buildPerformance(question: Question, { warnings = {}, exact }: PerformanceOptions = {}): PerformanceAnswer {
  const limits = limitsIn(question);
  let error = 0;
  const windows = question.windows.map((window, index) => {
    const profile = window.profile ?? emptyProfile(question.spec);
    const { metrics, confusion, classes, samples, rocAucError } = performanceMetrics(profile, exact?.[index] ?? null);
    error = Math.max(error, rocAucError ?? 0);
    const breaches = breachesOf(metrics, limits, warnings);
    const worst = worstOf(breaches.map(({ severity }) => severity));
    const head = windowHead(question, window, { samples, needsLabels: true, worst });
    return { ...head, metrics, confusion, ...(classes ? { classes } : {}), breaches };
  });
  const approximate = question.model.task === "binary" && !exact && error > 0;
  return {
    ...answerHead(question, {
      method: methods[question.model.task],
      precision: approximate ? "approximate" : "exact",
      bins: question.model.task === "binary" ? (exact ? "one per distinct score" : "1,000 equal score bins, refined at both ends") : null,
      ...(approximate ? { bounds: { rocAuc: error } } : {}),
    }),
    windows,
    thresholds: limits,
  };
}

const methods = {
  binary:
    "Rates from confusion counts with Wilson 95 % intervals; ROC AUC with ties counting half and the Hanley–McNeil interval; PR AUC as average precision; log loss in nats",
  multiclass: "Rates from class × class counts with Wilson 95 % intervals; macro F1 over classes that occur",
  regression: "Error = prediction − label, from exact sums; MAPE is a ratio over rows with a label other than 0",
} as const;
