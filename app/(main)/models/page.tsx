import type { Metadata } from "next";
import { LiveRefresh } from "#components/analysis/live-refresh";
import { ModelListPage } from "#components/models/model-list-page";
import { Pagination } from "#components/ui/pagination";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { listOverview } from "#lib/server/overview/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";
import { listTeams } from "#lib/server/teams/list";

export const metadata: Metadata = { title: "Models" };

type Search = { q?: string; team?: string; cursor?: string };

const address = (search: Search): string =>
  `/models?${new URLSearchParams(Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1])))}`;

export default async function Models({ searchParams }: { searchParams: Promise<Search> }) {
  const { q, team, cursor } = await searchParams;
  const filter = { ...(q ? { q } : {}), ...(team ? { team } : {}) };
  const [answer, teams, caller, timeZone] = await Promise.all([
    pageData(listOverview, { ...filter, ...(cursor ? { cursor } : {}), limit: 100 }),
    pageData(listTeams, {}),
    pageCaller(),
    pageTimeZone(),
  ]);
  return (
    <>
      <LiveRefresh />
      {isRefused(answer) ? (
        <Refusal code={answer.refused.code} message={answer.refused.message} />
      ) : (
        <>
          <ModelListPage
            rows={answer.items}
            teams={isRefused(teams) ? [] : teams.items}
            filter={filter}
            mayAdd={can(caller.actor.role, "model:write")}
            now={caller.now.toISOString()}
            timeZone={timeZone}
          />
          {cursor || answer.nextCursor ? (
            <Pagination
              label="models"
              summary={`${answer.items.length} shown, by slug`}
              previousHref={cursor ? address(filter) : null}
              nextHref={answer.nextCursor ? address({ ...filter, cursor: answer.nextCursor }) : null}
            />
          ) : null}
        </>
      )}
    </>
  );
}
