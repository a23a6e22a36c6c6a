import "server-only";
import type { AlertRule } from "#lib/domain/alerts/rule";
import { isMetric, metricRegistry } from "#lib/domain/metrics/registry";

/** What is measured, in words: "ROC AUC", "PSI of Longitude", the KPI's name. */
export function measureName(query: AlertRule["query"], kpiName: string | null): string {
  if (query.kind === "kpi") return `“${kpiName ?? query.kpi}”`;
  const label = isMetric(query.metric) ? (metricRegistry.find(({ name }) => name === query.metric)?.label ?? query.metric) : query.metric;
  const about = [query.feature, query.attribute, query.version ? `version ${query.version}` : undefined, query.segment].filter(Boolean);
  return about.length ? `${label} (${about.join(", ")})` : label;
}
