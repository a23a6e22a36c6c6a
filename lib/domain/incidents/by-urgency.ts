import type { IncidentSummary } from "./incident-summary.ts";

type Ranked = Pick<IncidentSummary, "workflow" | "severity" | "condition" | "number">;

const workflows = { open: 0, acknowledged: 1, snoozed: 2, resolved: 3 } as const;

/** What needs somebody first: open before worked on, critical before warning, firing before recovered, the newest first. */
export const byUrgency = (a: Ranked, b: Ranked): number =>
  workflows[a.workflow] - workflows[b.workflow] ||
  Number(a.severity === "warning") - Number(b.severity === "warning") ||
  Number(a.condition === "recovered") - Number(b.condition === "recovered") ||
  b.number - a.number;
