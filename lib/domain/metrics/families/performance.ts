import { ESTIMATED_METRICS } from "#lib/domain/stats/cbpe";
import { estimatedMetrics } from "../estimated-metrics.ts";
import { everyTask, type MetricDefinition } from "../metric-definition.ts";
import { factsOf, type MetricFacts, performanceFacts } from "../performance-catalogue.ts";
import { performanceMetrics } from "../performance-metrics.ts";

const names = [...new Set(everyTask.flatMap((task) => performanceFacts(task).map(([name]) => name)))];

/** One definition per name of the catalogue, for every task that has it. */
export const performance: MetricDefinition[] = names.flatMap((metric) => {
  const tasks = everyTask.filter((task) => factsOf(task, metric));
  const facts: MetricFacts | undefined = tasks[0] && factsOf(tasks[0], metric);
  if (facts === undefined) return [];
  return {
    ...facts,
    name: `performance.${metric}`,
    tasks,
    by: "model",
    needsLabels: metric !== "selectionRate",
    of: ({ profile }) => {
      const { metrics, samples } = performanceMetrics(profile);
      const found = metrics[metric] ?? { value: null, low: null, high: null, reason: "not_of_this_task" };
      return { ...found, samples: metric === "selectionRate" ? profile.rows : samples };
    },
  };
});

/** What calibrated scores let expect, without labels. */
export const estimated: MetricDefinition[] = ESTIMATED_METRICS.flatMap((metric) => {
  const facts = factsOf("binary", metric);
  if (facts === undefined) return [];
  return {
    ...facts,
    label: `${facts.label}, estimated`,
    name: `estimated.${metric}`,
    tasks: ["binary"],
    by: "model",
    needsLabels: false,
    of: ({ profile, calibration }) => {
      const { metrics, samples } = estimatedMetrics(profile, calibration);
      return { ...(metrics[metric] ?? { value: null, low: null, high: null, reason: "not_estimated" }), samples };
    },
  };
});
