import type { Incident } from "./incident.ts";

/** What an incident is without its timeline, as lists show it. */
export type IncidentSummary = Omit<Incident, "timeline"> & {
  modelName: string | null;
  ruleName: string | null;
  value: number | null;
  limit: number | null;
  acknowledgedBy: string | null;
  resolvedBy: string | null;
};
