import { attributionsOf } from "../attribution-metrics.ts";
import { atLeastZero, everyTask, type MetricDefinition, plain, ratio } from "../metric-definition.ts";

const common = { tasks: everyTask, needsLabels: false } as const;

export const explainability: MetricDefinition[] = [
  {
    ...ratio("Attribution order kept (NDCG)", "higher"),
    ...common,
    name: "explainability.ndcg",
    by: "model",
    of: ({ spec, reference, profile }) => {
      const { ndcg, reasons, features } = attributionsOf(spec, reference, profile);
      return plain(ndcg, Math.max(0, ...features.map(({ rows }) => rows)), reasons?.ndcg);
    },
  },
  {
    ...atLeastZero("Mean absolute attribution", "two-sided"),
    ...common,
    name: "explainability.meanAbsoluteAttribution",
    by: "feature",
    of: ({ spec, reference, profile, feature }) => {
      const { features } = attributionsOf(spec, reference, profile);
      const found = feature === undefined ? features[0] : features.find((entry) => entry.feature === feature);
      return found ? plain(found.meanAbsoluteAttribution, found.rows, "no_attributions") : plain(null, 0, "unknown_feature");
    },
  },
];
