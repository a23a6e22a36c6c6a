import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import { Pagination } from "#components/ui/pagination";
import { byUrgency } from "#lib/domain/incidents/by-urgency";
import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import { incidentsHeadline } from "#lib/domain/incidents/incident-words";
import { IncidentTable } from "./incident-table.tsx";

type Filter = { workflow: string; severity?: string; model?: string; cursor?: string };
type Props = { incidents: IncidentSummary[]; nextCursor: string | null; filter: Filter; now: string; timeZone: string };

const workflows = {
  unresolved: "Not resolved",
  open: "Open",
  acknowledged: "Acknowledged",
  snoozed: "Snoozed",
  resolved: "Resolved",
  all: "All",
};
const severities = { "": "Any", critical: "Critical", warning: "Warning" };

const address = (filter: Filter): string =>
  `/incidents?${new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : [])))}`;

/** What needs somebody comes first; the filters live in the address. */
export function IncidentListPage({ incidents, nextCursor, filter, now, timeZone }: Props) {
  const unfiltered = filter.workflow === "unresolved" && !filter.severity && !filter.model && !filter.cursor;
  const headline = unfiltered
    ? incidentsHeadline(incidents)
    : { title: "Incidents", sentence: `${incidents.length}${nextCursor ? " or more" : ""} match the filter.` };
  return (
    <div className="grid gap-6">
      <PageHead title={headline.title} sentence={headline.sentence} />
      <div className="-mx-2 flex flex-wrap gap-1">
        <ControlLinkMenu
          label="Workflow"
          options={Object.entries(workflows).map(([value, label]) => ({
            label,
            href: address({ ...filter, workflow: value, cursor: undefined }),
            current: filter.workflow === value,
          }))}
        />
        <ControlLinkMenu
          label="Severity"
          options={Object.entries(severities).map(([value, label]) => ({
            label,
            href: address({ ...filter, severity: value || undefined, cursor: undefined }),
            current: (filter.severity ?? "") === value,
          }))}
        />
      </div>
      {incidents.length === 0 ? (
        <EmptyState
          title={unfiltered ? "Nothing is open" : "Nothing matches"}
          sentence={unfiltered ? "An incident opens when an alert rule fires." : "Change the filter to see more."}
          action={
            <LinkButton href={unfiltered ? "/incidents?workflow=all" : "/incidents"}>
              {unfiltered ? "Show past incidents" : "Clear the filter"}
            </LinkButton>
          }
        />
      ) : (
        <IncidentTable incidents={incidents.toSorted(byUrgency)} now={now} timeZone={timeZone} />
      )}
      <Pagination
        label="Incidents"
        summary={`${incidents.length} shown`}
        previousHref={filter.cursor ? address({ ...filter, cursor: undefined }) : null}
        nextHref={nextCursor ? address({ ...filter, cursor: nextCursor }) : null}
      />
    </div>
  );
}
