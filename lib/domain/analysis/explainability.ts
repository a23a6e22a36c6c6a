import { attributionsOf } from "#lib/domain/metrics/attribution-metrics";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { ExplainabilityAnswer } from "./answers/explainability.ts";
import { answerHead } from "./provenance.ts";
import type { Question } from "./question.ts";
import { windowHead } from "./status.ts";

/** Below this the order of the features by importance is no longer the reference's. */
export const ATTRIBUTION_DRIFT_LIMIT = 0.9;

/** What the model's decisions rest on, per window, against the reference. */
export function buildExplainability(question: Question): ExplainabilityAnswer {
  const reference = question.reference?.profile ?? null;
  const windows = question.windows.map((window) => {
    const profile = window.profile ?? emptyProfile(question.spec);
    const attributions = attributionsOf(question.spec, reference, profile);
    const samples = Math.max(0, ...attributions.features.map(({ rows }) => rows));
    const drifted = attributions.ndcg !== null && attributions.ndcg < ATTRIBUTION_DRIFT_LIMIT;
    return { ...windowHead(question, window, { samples, needsLabels: false, worst: drifted ? "warning" : "ok" }), ...attributions };
  });
  return {
    ...answerHead(question, {
      method:
        "Mean absolute attribution of the events that carry one; NDCG of the current order with the reference's importances, below 0.9 is attribution drift",
      precision: "exact",
    }),
    windows,
  };
}
