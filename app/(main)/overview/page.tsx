import type { Metadata } from "next";
import { LiveRefresh } from "#components/analysis/live-refresh";
import { OverviewPage } from "#components/models/overview-page";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { listIncidents } from "#lib/server/incidents/list";
import { listOverview } from "#lib/server/overview/list";
import { readSystemStatus } from "#lib/server/overview/system-status";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";
import { listTeams } from "#lib/server/teams/list";

export const metadata: Metadata = { title: "Overview" };

export default async function Overview({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const { team } = await searchParams;
  const [answer, teams, incidents, system, caller, timeZone] = await Promise.all([
    pageData(listOverview, { limit: 200, ...(team ? { team } : {}) }),
    pageData(listTeams, {}),
    pageData(listIncidents, { workflow: "unresolved", limit: 10 }),
    pageData(readSystemStatus, {}),
    pageCaller(),
    pageTimeZone(),
  ]);
  return (
    <>
      <LiveRefresh />
      {isRefused(answer) ? (
        <Refusal code={answer.refused.code} message={answer.refused.message} />
      ) : (
        <OverviewPage
          rows={answer.items}
          teams={isRefused(teams) ? [] : teams.items}
          team={team}
          incidents={isRefused(incidents) ? null : incidents.items}
          system={isRefused(system) ? null : system}
          mayAdd={can(caller.actor.role, "model:write")}
          now={caller.now.toISOString()}
          timeZone={timeZone}
        />
      )}
    </>
  );
}
