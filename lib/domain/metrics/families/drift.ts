import type { DriftFeature } from "#lib/domain/analysis/answers/drift";
import { driftSummary } from "#lib/domain/analysis/drift-summary";
import { driftOf } from "../drift-metrics.ts";
import { atLeastZero, everyTask, type MetricDefinition, type MetricInput, type MetricValue, plain, ratio } from "../metric-definition.ts";
import type { MetricFacts } from "../performance-catalogue.ts";

type Measure = "psi" | "jsDistance" | "ks" | "wasserstein" | "normalizedWasserstein" | "hellinger" | "cramersV";

const ofColumn = (metric: Measure, facts: MetricFacts): MetricDefinition => ({
  ...facts,
  name: `drift.${metric}`,
  tasks: everyTask,
  by: "feature",
  needsLabels: false,
  of: (input) =>
    worstColumn(input, ({ [metric]: value, reasons }) => ({ value, reason: reasons?.[metric === "cramersV" ? "chiSquare" : metric] })),
});

/** The column asked for, else the one with the largest value. */
function worstColumn(
  { spec, reference, profile, feature }: MetricInput,
  read: (column: DriftFeature) => { value: number | null; reason: string | undefined },
): MetricValue {
  const columns = driftOf(spec.columns, reference, profile, { feature });
  const values = columns.map((column) => ({ ...read(column), rows: column.rows })).sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const [worst] = values;
  return worst ? plain(worst.value, worst.rows, worst.reason) : plain(null, 0, feature === undefined ? "no_features" : "unknown_feature");
}

export const drift: MetricDefinition[] = [
  ofColumn("psi", atLeastZero("PSI", "lower")),
  ofColumn("jsDistance", ratio("Jensen–Shannon distance", "lower")),
  ofColumn("ks", ratio("KS distance", "lower")),
  ofColumn("wasserstein", atLeastZero("Wasserstein distance", "lower")),
  ofColumn("normalizedWasserstein", atLeastZero("Wasserstein distance in reference standard deviations", "lower")),
  ofColumn("hellinger", ratio("Hellinger distance", "lower")),
  ofColumn("cramersV", ratio("Cramér’s V", "lower")),
  {
    ...ratio("Share of columns that drifted", "lower"),
    name: "drift.share",
    tasks: everyTask,
    by: "model",
    needsLabels: false,
    of: ({ spec, reference, profile }) => {
      const { driftedShare } = driftSummary(driftOf(spec.columns, reference, profile));
      return plain(driftedShare, profile.rows, reference === null ? "no_reference" : "no_rows");
    },
  },
];
