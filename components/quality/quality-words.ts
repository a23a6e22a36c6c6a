import { count, percent } from "#lib/client/format";
import type { QualityAnswer, QualityFeature } from "#lib/domain/analysis/answers/quality";
import { columnName } from "#lib/domain/models/model-words";

export type QualityWindow = QualityAnswer["windows"][number];

/** The faults a column can have, in the order of how surely they are faults. */
export const faults = {
  wrongTypeShare: { label: "Wrong type", sentence: "not a value of the column's type" },
  missingShare: { label: "Missing", sentence: "without a value" },
  unseenShare: { label: "Unseen", sentence: "a category that the reference never had" },
  outOfRangeShare: { label: "Out of range", sentence: "beyond the reference's smallest and largest value" },
  unexpectedShare: { label: "Unexpected", sentence: "outside of the declared values or range" },
  outlierShare: { label: "Outliers", sentence: "more than 1.5 interquartile ranges from the reference's quartiles" },
} as const;
export type Fault = keyof typeof faults;
export const faultNames = Object.keys(faults) as Fault[];

/** Outliers are expected to some degree; they alone do not make a column worse than one with missing values. */
const weight: Record<Fault, number> = {
  wrongTypeShare: 3,
  missingShare: 2,
  unseenShare: 2,
  outOfRangeShare: 1,
  unexpectedShare: 2,
  outlierShare: 0.25,
};

const badness = (feature: QualityFeature): number =>
  feature.broken.length * 100 + faultNames.reduce((sum, fault) => sum + (feature[fault] ?? 0) * weight[fault], 0);

export const worstFirst = (features: readonly QualityFeature[]): QualityFeature[] => features.toSorted((a, b) => badness(b) - badness(a));

/** The fault that stands out in a column: "12 % missing". Null when there is none worth a word. */
export function worstFault(feature: QualityFeature): { fault: Fault; share: number } | null {
  const known = faultNames.flatMap((fault) => {
    const share = feature[fault];
    return share !== null && share > 0 ? [{ fault, share, weight: share * weight[fault] }] : [];
  });
  const worst = known.toSorted((a, b) => b.weight - a.weight)[0];
  return worst && (worst.fault !== "outlierShare" || worst.share >= 0.05) ? { fault: worst.fault, share: worst.share } : null;
}

/** What can be said of the data of a window: broken expectations first, then what stands out. */
export function qualityHeadline(window: QualityWindow, when: string): { title: string; sentence: string } {
  const features = worstFirst(window.features);
  const broken = features.filter((feature) => feature.broken.length > 0);
  const first = broken[0];
  const of = `${count(window.features.length)} ${window.features.length === 1 ? "column" : "columns"}`;
  if (first)
    return {
      title: `${count(broken.length)} of ${of} ${broken.length === 1 ? "breaks" : "break"} what is expected ${when}`,
      sentence: `${columnName(first.feature)}: ${first.broken.join(" ")}`,
    };
  const notable = features.flatMap((feature) => {
    const fault = worstFault(feature);
    return fault ? [{ feature, ...fault }] : [];
  });
  const worst = notable[0];
  if (!worst)
    return {
      title: `No column stands out ${when}`,
      sentence: `${of} without missing, unseen or wrong values, over ${count(window.predictions)} rows.`,
    };
  return {
    title: `${count(notable.length)} of ${of} ${notable.length === 1 ? "stands" : "stand"} out ${when}`,
    sentence: `Most of all ${columnName(worst.feature.feature)}: ${percent(worst.share)} ${faults[worst.fault].label.toLowerCase()}. Nothing declared is broken.`,
  };
}

/** The largest share of each fault over all columns, window by window: when something went wrong. */
export const largestShares = (windows: readonly QualityWindow[], fault: Fault): (number | null)[] =>
  windows.map(({ features, predictions }) => {
    const shares = features.flatMap((feature) => (feature[fault] === null ? [] : [feature[fault]]));
    return predictions === 0 || shares.length === 0 ? null : Math.max(...shares);
  });

/** Which fault moved most, and to what. */
export function overTimeSummary(windows: readonly QualityWindow[], selected: QualityWindow): string {
  const at = windows.findIndex(({ start }) => start === selected.start);
  const now = faultNames.flatMap((fault) => {
    const share = largestShares(windows, fault)[at];
    return share == null || share === 0 ? [] : [{ fault, share, outlier: fault === "outlierShare" }];
  });
  const worst = now.toSorted((a, b) => Number(a.outlier) - Number(b.outlier) || b.share - a.share)[0];
  if (!worst) return "The column with the largest share of each fault, window by window. None has any in this window.";
  return `The column with the largest share of each fault, window by window. ${faults[worst.fault].label}: ${percent(worst.share)} in this window.`;
}
