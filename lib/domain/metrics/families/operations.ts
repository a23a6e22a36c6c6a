import { atLeastZero, everyTask, type MetricDefinition, plain, ratio } from "../metric-definition.ts";
import { type Operations, operationsOf } from "../operations-metrics.ts";
import type { MetricFacts } from "../performance-catalogue.ts";

type Name = Exclude<keyof Operations, "reasons">;

const operation = (metric: Name, facts: MetricFacts): MetricDefinition => ({
  ...facts,
  name: `operations.${metric}`,
  tasks: everyTask,
  by: "model",
  needsLabels: false,
  of: ({ profile, seconds }) => {
    const { [metric]: value, reasons } = operationsOf(profile, seconds);
    return plain(value, metric.startsWith("latency") ? profile.latency.count : profile.rows, reasons?.[metric]);
  },
});

export const operations: MetricDefinition[] = [
  operation("requests", atLeastZero("Requests", "two-sided", "requests")),
  operation("errors", atLeastZero("Errors", "lower", "errors")),
  operation("errorRate", ratio("Error rate", "lower")),
  operation("latencyP50", atLeastZero("Median latency", "lower", "ms")),
  operation("latencyP95", atLeastZero("95th percentile of latency", "lower", "ms")),
  operation("latencyP99", atLeastZero("99th percentile of latency", "lower", "ms")),
  operation("latencyMean", atLeastZero("Mean latency", "lower", "ms")),
  operation("throughput", atLeastZero("Throughput", "two-sided", "/s")),
];
