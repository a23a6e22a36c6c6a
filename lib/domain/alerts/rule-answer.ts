import type { Labels } from "./instance.ts";
import type { AlertRule } from "./rule.ts";

/** A rule as the API gives it: what was sent, where it stands, and how its evaluation goes. */
export type RuleAnswer = AlertRule & {
  id: string;
  model: { slug: string; name: string } | null;
  kpi: { slug: string; name: string } | null;
  /** one sentence: what it watches, its limits, how often */
  summary: string;
  status: "normal" | "pending" | "firing" | "recovering" | "no_data" | "error" | "disabled" | "not_evaluated";
  lastEvaluatedAt: string | null;
  lastValue: number | null;
  lastError: string | null;
  openIncident: { id: string; number: number } | null;
  createdAt: string;
  updatedAt: string;
};

/** A live series of a rule. */
export type AlertAnswer = {
  id: string;
  name: string;
  rule: { id: string; name: string };
  model: string | null;
  labels: Labels;
  state: string;
  severity: string | null;
  value: number | null;
  updatedAt: string;
};
