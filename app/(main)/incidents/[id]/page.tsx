import type { Metadata } from "next";
import { IncidentPage } from "#components/incidents/incident-page";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { incidentEvidence } from "#lib/server/incidents/evidence";
import { readIncident } from "#lib/server/incidents/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: `Incident #${(await params).id}` };
}

export default async function IncidentById({ params }: Params) {
  const { id } = await params;
  const [incident, evidence, caller, timeZone] = await Promise.all([
    pageData(readIncident, { id }),
    pageData(incidentEvidence, { id }),
    pageCaller(),
    pageTimeZone(),
  ]);
  if (isRefused(incident)) return <Refusal code={incident.refused.code} message={incident.refused.message} />;
  return (
    <>
      <PageCrumbs items={[{ label: `#${incident.number}` }]} />
      <IncidentPage
        incident={incident}
        evidence={isRefused(evidence) ? null : evidence}
        me={{ id: caller.actor.id, name: caller.actor.name }}
        mayAct={can(caller.actor.role, "incident:write")}
        mayComment={can(caller.actor.role, "incident:comment")}
        now={caller.now.toISOString()}
        timeZone={timeZone}
      />
    </>
  );
}
