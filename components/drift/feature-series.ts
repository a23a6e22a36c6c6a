import type { TimeSeries } from "#components/charts/time-series-chart";
import type { ValueFormat } from "#lib/client/value-format";
import { stepOf, type WindowFrame, windowPoints } from "#lib/client/window-points";
import type { DriftAnswer, DriftFeature } from "#lib/domain/analysis/answers/drift";
import type { FeatureType } from "#lib/domain/models/model";
import { windowWords } from "#lib/domain/models/model-words";

export type FeatureMeasure = {
  key: "psi" | "jsDistance" | "ks" | "cramersV" | "missingShare" | "mean";
  label: string;
  format: ValueFormat;
};

const shared: FeatureMeasure[] = [{ key: "jsDistance", label: "Jensen–Shannon distance", format: "metric" }];
const missing: FeatureMeasure = { key: "missingShare", label: "Missing share", format: "percent" };

/** What is followed over time beside PSI: numbers have a mean and a KS distance, categories Cramér's V. */
export const measuresOf = (type: FeatureType): FeatureMeasure[] =>
  type === "numeric"
    ? [
        { key: "mean", label: "Mean", format: "metric" },
        ...shared,
        { key: "ks", label: "Kolmogorov–Smirnov distance", format: "metric" },
        missing,
      ]
    : [...shared, { key: "cramersV", label: "Cramér’s V", format: "metric" }, missing];

export const psiMeasure: FeatureMeasure = { key: "psi", label: "Population stability index", format: "psi" };

/** One measure of one column over windows, with its limit where it has one and the reference's own value where there is one. */
export function featureSeries(
  drift: DriftAnswer,
  feature: string,
  measure: FeatureMeasure,
  frame: WindowFrame,
  volume: boolean,
): TimeSeries {
  const of = (window: DriftAnswer["windows"][number]): DriftFeature | undefined =>
    window.features.find((entry) => entry.feature === feature);
  const last = drift.windows.map(of).findLast((entry) => entry !== undefined && entry.threshold.value !== null);
  const referenceMean = measure.key === "mean" ? (last?.referenceMean ?? null) : null;
  const limit = measure.key === "psi" ? last?.threshold.value : null;
  return {
    name: measure.label,
    points: windowPoints(
      drift.windows,
      frame,
      (window) => ({ value: of(window)?.[measure.key] ?? null }),
      (window) => statusOf(window, of(window), measure),
    ),
    format: measure.format,
    step: stepOf(frame.size),
    timeZone: frame.timeZone,
    ...(measure.key === "mean" ? {} : { bounds: { low: 0, ...(measure.format === "percent" ? { high: 1 } : {}) } }),
    ...(limit == null ? {} : { limits: [{ value: limit, kind: "critical" as const, bound: "upper" as const }] }),
    ...(drift.reference
      ? {
          reference: {
            mean: referenceMean,
            low: null,
            high: null,
            ...(drift.reference.from ? { from: drift.reference.from } : {}),
            ...(drift.reference.to ? { to: drift.reference.to } : {}),
          },
        }
      : {}),
    ...(volume ? { volume: `rows a ${windowWords[frame.size]}` } : {}),
  };
}

/** A window may be critical for other columns; here it is what this column says. */
function statusOf(
  { status, predictions }: DriftAnswer["windows"][number],
  feature: DriftFeature | undefined,
  measure: FeatureMeasure,
): TimeSeries["points"][number]["status"] {
  if (predictions === 0) return "no_data";
  if (status === "not_enough_data" || status === "pending") return status;
  return measure.key === "psi" && feature?.drifted ? "critical" : "ok";
}
