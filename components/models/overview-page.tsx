import { Plus } from "lucide-react";
import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import { overviewHeadline } from "#lib/domain/models/attention";
import type { ModelRow } from "#lib/domain/models/model-row";
import type { SystemStatus } from "#lib/domain/models/system-status";
import { ModelRows } from "./model-rows.tsx";
import { NoModels } from "./no-models.tsx";
import { OpenIncidents } from "./open-incidents.tsx";
import { SystemState } from "./system-state.tsx";
import { teamOptions } from "./team-options.ts";

type Props = {
  rows: readonly ModelRow[];
  teams: readonly { slug: string; name: string }[];
  team: string | undefined;
  /** null: this person may not see it */
  incidents: readonly IncidentSummary[] | null;
  system: SystemStatus | null;
  mayAdd: boolean;
  now: string;
  timeZone: string;
};

/** How many models need a look, and which first; below it what is open and how Modelwatch itself is. */
export function OverviewPage({ rows, teams, team, incidents, system, mayAdd, now, timeZone }: Props) {
  const headline = rows.length === 0 ? { title: "No models here", sentence: undefined } : overviewHeadline(rows);
  if (rows.length === 0 && team === undefined) return <NoModels title="Overview" mayAdd={mayAdd} />;
  return (
    <div className="grid gap-12">
      <div className="grid gap-6">
        <PageHead
          title={headline.title}
          sentence={headline.sentence}
          actions={
            <>
              {teams.length > 1 ? <ControlLinkMenu label="Owner" options={teamOptions("/overview", teams, team)} /> : null}
              {mayAdd ? (
                <LinkButton href="/models/new">
                  <Plus aria-hidden="true" strokeWidth={1.75} className="size-4" />
                  Add model
                </LinkButton>
              ) : null}
            </>
          }
        />
        {rows.length === 0 ? (
          <EmptyState
            title="This team has no models"
            sentence="Choose another owner to see its models."
            action={<LinkButton href="/overview">Show all teams</LinkButton>}
          />
        ) : (
          <ModelRows rows={rows} now={now} timeZone={timeZone} />
        )}
      </div>
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
        {incidents ? <OpenIncidents incidents={incidents} now={now} timeZone={timeZone} /> : null}
        {system ? <SystemState status={system} /> : null}
      </div>
    </div>
  );
}
