import { operationsOf } from "#lib/domain/metrics/operations-metrics";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { OperationsAnswer } from "./answers/operations.ts";
import { answerHead } from "./provenance.ts";
import type { Question } from "./question.ts";
import { windowHead } from "./status.ts";

/** Load, errors and latency per window, `latencies` of the rows of each (sorted) where exact ones are asked for. They have no limits of their own; alert rules give them some. */
export function buildOperations(question: Question, { latencies }: { latencies?: ArrayLike<number>[] } = {}): OperationsAnswer {
  const windows = question.windows.map((window, index) => {
    const profile = window.profile ?? emptyProfile(question.spec);
    // a window that is not over has only lasted until now
    const seconds = (Math.min(window.end, Math.max(question.now, window.start)) - window.start) / 1000;
    const head = windowHead(question, window, { samples: profile.rows, needsLabels: false, worst: "ok" });
    return { ...head, ...operationsOf(profile, seconds, latencies?.[index] ?? null) };
  });
  return {
    ...answerHead(question, {
      method: `Counted from events; latency quantiles ${latencies ? "from the rows, interpolated" : "from a DDSketch, each within 1 % of the true one"}; throughput per second of the window`,
      precision: latencies ? "exact" : "approximate",
      ...(latencies ? {} : { bounds: { latency: 0.01 } }),
    }),
    windows,
  };
}
