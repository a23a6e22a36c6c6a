const hour = 3_600_000;
const day = 24 * hour;

export type DemoRule = {
  rule: Record<string, unknown>;
  /** moments before now at which history is evaluated: after each window whose labels have come */
  moments: (nowMs: number) => number[];
};

const monthly = (delayMs: number, months: number) => (nowMs: number) => {
  const now = new Date(nowMs);
  return Array.from(
    { length: months },
    (_, back) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1 + back, 1) + delayMs + 2 * hour,
  ).filter((at) => at < nowMs);
};
const daily = (delayMs: number, days: number) => (nowMs: number) => {
  const today = nowMs - (nowMs % day);
  return Array.from({ length: days }, (_, back) => today - (days - 1 - back) * day + delayMs + hour).filter((at) => at < nowMs);
};

/** The rules of the demo, with the moments at which they would have been evaluated. */
export const demoRules: DemoRule[] = [
  {
    rule: {
      name: "AUC below limit",
      query: { kind: "kpi", kpi: "high-value-homes-first" },
      condition: { operator: "below", critical: 0.7083, warning: 0.75 },
      interval: "1m",
      annotations: {
        summary: "The model ranks homes worse than its reference allows.",
        runbook:
          "1. Compare the region mix with the reference.\n2. If new regions are meant to be served, freeze a new reference.\n3. Retrain on the new regions; promote only with ROC AUC above 0.75.\n4. Tell Valuation: decisions for new regions need a second look until then.",
      },
    },
    moments: monthly(7 * day, 12),
  },
  {
    rule: {
      name: "Bike forecast error above limit",
      query: { kind: "model", model: "bike-sharing-demand", metric: "performance.mae" },
      condition: { operator: "above", critical: 30, warning: 20, recovery: 18 },
      interval: "1m",
      minimumSamples: 12,
      annotations: {
        runbook: "1. Look for a holiday or snow.\n2. Compare with yesterday's weather forecast.\n3. Retrain if it lasts for three days.",
      },
    },
    moments: daily(2 * hour, 30),
  },
  {
    rule: {
      name: "Women are selected less often than men",
      query: { kind: "kpi", kpi: "women-selected-like-men" },
      condition: { operator: "below", warning: 0.25 },
      severity: "warning",
      interval: "5m",
    },
    moments: daily(2 * hour, 30),
  },
  {
    rule: {
      name: "Columns of California housing drift",
      query: { kind: "model", model: "california-housing", metric: "drift.share" },
      condition: { operator: "above", critical: 0.9, warning: 0.75 },
      severity: "critical",
      interval: "5m",
    },
    moments: monthly(0, 12),
  },
  {
    rule: {
      name: "Answers of the income service are slow",
      query: { kind: "kpi", kpi: "answer-time" },
      condition: { operator: "above", critical: 300, warning: 150 },
      for: "5m",
      interval: "30s",
    },
    moments: () => [],
  },
];
