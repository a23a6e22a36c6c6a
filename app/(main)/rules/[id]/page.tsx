import type { Metadata } from "next";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { RulePage } from "#components/rules/rule-page";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { listIncidents } from "#lib/server/incidents/list";
import { readRule } from "#lib/server/rules/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "Alert rule" };

export default async function Rule({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const rule = await pageData(readRule, { id });
  if (isRefused(rule)) return <Refusal code={rule.refused.code} message={rule.refused.message} />;
  const [incidents, caller, timeZone] = await Promise.all([pageData(listIncidents, { rule: id, limit: 20 }), pageCaller(), pageTimeZone()]);
  return (
    <>
      <PageCrumbs items={[{ label: rule.name }]} />
      <RulePage
        rule={rule}
        incidents={isRefused(incidents) ? [] : incidents.items}
        mayWrite={can(caller.actor.role, "rule:write")}
        now={caller.now.toISOString()}
        timeZone={timeZone}
      />
    </>
  );
}
