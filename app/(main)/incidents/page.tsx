import type { Metadata } from "next";
import { IncidentListPage } from "#components/incidents/incident-list-page";
import { Refusal } from "#components/ui/refusal";
import { listIncidents } from "#lib/server/incidents/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "Incidents" };

export default async function Incidents({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const { workflow = "unresolved", severity, model, cursor } = await searchParams;
  const filter = {
    ...(workflow === "all" ? {} : { workflow }),
    ...(severity ? { severity } : {}),
    ...(model ? { model } : {}),
    ...(cursor ? { cursor } : {}),
  };
  const [answer, caller, timeZone] = await Promise.all([pageData(listIncidents, filter), pageCaller(), pageTimeZone()]);
  return (
    <>
      {isRefused(answer) ? (
        <Refusal code={answer.refused.code} message={answer.refused.message} />
      ) : (
        <IncidentListPage
          incidents={answer.items}
          nextCursor={answer.nextCursor}
          filter={{ workflow, severity, model, cursor }}
          now={caller.now.toISOString()}
          timeZone={timeZone}
        />
      )}
    </>
  );
}
