import { calibrationOf } from "#lib/domain/metrics/estimated-metrics";
import type { MetricDefinition, MetricValue } from "#lib/domain/metrics/metric-definition";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { WindowStatus } from "./answers/common.ts";
import type { Question } from "./question.ts";
import { windowStatus } from "./status.ts";

/** One window of a metric's series; times in ms since 1970. */
export type MetricPoint = MetricValue & { start: number; end: number; status: WindowStatus };

export type MetricSelection = {
  feature?: string | undefined;
  attribute?: string | undefined;
  group?: string | undefined;
  baseGroup?: string | undefined;
};

/** A metric of the registry for every window of a question. A count of an empty window is 0; everything else is then null. */
export function metricPoints(definition: MetricDefinition, question: Question, selection: MetricSelection = {}): MetricPoint[] {
  const reference = question.reference?.profile ?? null;
  const calibration = calibrationOf(definition.name.startsWith("estimated.") ? reference : null);
  return question.windows.map((window) => {
    const { start, end } = window;
    const value = definition.of({
      ...selection,
      spec: question.spec,
      profile: window.profile ?? emptyProfile(question.spec),
      seconds: (Math.min(end, Math.max(question.now, start)) - start) / 1000,
      reference,
      calibration,
    });
    const status = windowStatus(question, window, { samples: value.samples, needsLabels: definition.needsLabels, worst: "ok" });
    return { start, end, ...value, status };
  });
}
