import { DataTable } from "#components/ui/data-table";
import { RelativeTime } from "#components/ui/relative-time";
import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import { conditionWords, workflowWords } from "#lib/domain/incidents/incident-words";
import { SeverityMark } from "./severity-mark.tsx";

type Props = { incidents: readonly IncidentSummary[]; now: string; timeZone: string; caption?: string };

/** Incidents as rows: how bad, what, who, since when. */
export function IncidentTable({ incidents, now, timeZone, caption = "Incidents" }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={incidents}
      rowKey={(incident) => incident.id}
      rowHref={(incident) => `/incidents/${incident.number}`}
      columns={[
        { key: "title", header: "Incident", cell: (incident) => `#${incident.number} ${incident.title}` },
        { key: "severity", header: "Severity", width: 120, cell: (incident) => <SeverityMark severity={incident.severity} /> },
        { key: "condition", header: "Condition", width: 110, from: "lg", cell: (incident) => conditionWords[incident.condition] },
        {
          key: "workflow",
          header: "Workflow",
          width: 210,
          cell: (incident) =>
            workflowWords(incident.workflow, incident.workflow === "resolved" ? incident.resolvedBy : incident.acknowledgedBy),
        },
        { key: "model", header: "Model", from: "lg", cell: (incident) => incident.modelName ?? "none" },
        {
          key: "since",
          header: "Since",
          align: "right",
          width: 130,
          cell: (incident) => <RelativeTime at={incident.startedAt} now={now} timeZone={timeZone} />,
        },
      ]}
    />
  );
}
