import type { TimeSeries } from "#components/charts/time-series-chart";
import { stepOf, type WindowFrame, windowPoints } from "#lib/client/window-points";
import type { DriftAnswer } from "#lib/domain/analysis/answers/drift";
import { DRIFTED_SHARE_LIMIT } from "#lib/domain/analysis/drift-summary";
import type { ModelMarks } from "#lib/domain/models/model-marks";
import { windowWords } from "#lib/domain/models/model-words";

/** The share of drifted columns over windows. */
export function shareSeries(drift: DriftAnswer, frame: WindowFrame, marks: ModelMarks): TimeSeries {
  return {
    name: "Drifted columns",
    points: windowPoints(drift.windows, frame, ({ driftedShare }) => ({ value: driftedShare })),
    format: "percent",
    step: stepOf(frame.size),
    timeZone: frame.timeZone,
    bounds: { low: 0, high: 1 },
    limits: [{ value: DRIFTED_SHARE_LIMIT, kind: "critical", bound: "upper", label: "critical from" }],
    ...(drift.reference?.from && drift.reference.to
      ? { reference: { mean: null, low: null, high: null, from: drift.reference.from, to: drift.reference.to } }
      : {}),
    ...marks,
    volume: `rows a ${windowWords[frame.size]}`,
  };
}
