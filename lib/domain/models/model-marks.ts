import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import type { VersionSpan } from "./model-frame.ts";

export type ModelMarks = {
  /** `to` is null while it fires */
  incidents: { from: string; to: string | null; label: string; severity: "warning" | "critical" }[];
  deployments: { at: string; label: string }[];
};

/** What happened to a model, for the lane above its charts: a version from its first row on, an incident while it fired. */
export function modelMarks(
  versions: readonly VersionSpan[],
  incidents: readonly Pick<IncidentSummary, "number" | "severity" | "startedAt" | "recoveredAt" | "resolvedAt">[],
): ModelMarks {
  return {
    deployments: versions
      .map(({ version, firstRow }) => ({ at: firstRow, label: version }))
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    incidents: incidents.map(({ number, severity, startedAt, recoveredAt, resolvedAt }) => ({
      from: startedAt,
      to: recoveredAt ?? resolvedAt,
      label: `#${number}`,
      severity,
    })),
  };
}
