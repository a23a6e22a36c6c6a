import type { Metadata } from "next";
import { KpiForm } from "#components/kpis/kpi-form";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { Refusal } from "#components/ui/refusal";
import { blankKpi } from "#lib/client/kpi-draft";
import { kpiOptions } from "#lib/client/kpi-options";
import { can } from "#lib/domain/access/permissions";
import { listModels } from "#lib/server/models/list";
import { ruleFormOptions } from "#lib/server/rules/form-options";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { listTeams } from "#lib/server/teams/list";

export const metadata: Metadata = { title: "New KPI" };

export default async function NewKpi({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const [asked, caller] = await Promise.all([searchParams, pageCaller()]);
  const crumbs = <PageCrumbs items={[{ label: "New KPI" }]} />;
  if (!can(caller.actor.role, "kpi:write"))
    return (
      <>
        {crumbs}
        <Refusal code="forbidden" message="KPIs are defined by data scientists, engineers and administrators. Ask one of them." />
      </>
    );
  const [watchable, models, teams] = await Promise.all([
    pageData(ruleFormOptions, {}),
    pageData(listModels, { limit: 500 }),
    pageData(listTeams, {}),
  ]);
  if (isRefused(watchable)) return <Refusal code={watchable.refused.code} message={watchable.refused.message} />;
  const options = kpiOptions(watchable, isRefused(models) ? [] : models.items, isRefused(teams) ? [] : teams.items);
  return (
    <>
      {crumbs}
      <KpiForm slug={null} draft={blankKpi({ model: asked.model, metric: asked.metric }, options)} options={options} />
    </>
  );
}
