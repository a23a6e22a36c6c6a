import { atLeastZero, everyTask, type MetricDefinition, plain, ratio } from "../metric-definition.ts";

const common = { tasks: everyTask, by: "model" } as const;

export const volume: MetricDefinition[] = [
  {
    ...atLeastZero("Predictions", "two-sided", "predictions"),
    ...common,
    name: "volume.predictions",
    needsLabels: false,
    of: ({ profile }) => plain(profile.rows, profile.rows, undefined),
  },
  {
    ...atLeastZero("Labelled predictions", "higher", "predictions"),
    ...common,
    name: "volume.labelled",
    needsLabels: true,
    of: ({ profile }) => plain(profile.labelled, profile.rows, undefined),
  },
  {
    ...ratio("Label coverage", "higher"),
    ...common,
    name: "volume.coverage",
    needsLabels: true,
    of: ({ profile }) => plain(profile.rows > 0 ? profile.labelled / profile.rows : null, profile.rows, "no_rows"),
  },
];
