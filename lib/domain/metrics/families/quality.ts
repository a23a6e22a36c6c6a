import { everyTask, type MetricDefinition, plain, ratio } from "../metric-definition.ts";
import { columnQuality } from "../quality-metrics.ts";

type Share = "missingShare" | "unseenShare" | "outOfRangeShare" | "wrongTypeShare" | "outlierShare" | "unexpectedShare";

/** The column asked for, else the one with the largest share. */
const share = (metric: Share, label: string): MetricDefinition => ({
  ...ratio(label, "lower"),
  name: `quality.${metric}`,
  tasks: everyTask,
  by: "feature",
  needsLabels: false,
  of: ({ spec, profile, feature }) => {
    const found = spec.columns.flatMap((column, index) => {
      const quality = feature === undefined || column.name === feature ? columnQuality(profile, column, index) : null;
      return quality === null ? [] : [{ value: quality[metric], reason: quality.reasons?.[metric] }];
    });
    const [worst] = found.sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
    return worst
      ? plain(worst.value, profile.rows, worst.reason)
      : plain(null, 0, feature === undefined ? "no_features" : "unknown_feature");
  },
});

export const quality: MetricDefinition[] = [
  share("missingShare", "Share of missing values"),
  share("unseenShare", "Share of unseen categories"),
  share("outOfRangeShare", "Share beyond the reference’s range"),
  share("wrongTypeShare", "Share of values of the wrong type"),
  share("outlierShare", "Share of outliers"),
  share("unexpectedShare", "Share outside the declared values or range"),
];
