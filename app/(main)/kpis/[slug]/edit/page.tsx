import type { Metadata } from "next";
import { KpiForm } from "#components/kpis/kpi-form";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { Refusal } from "#components/ui/refusal";
import { draftOfKpi } from "#lib/client/kpi-draft";
import { kpiOptions } from "#lib/client/kpi-options";
import { can } from "#lib/domain/access/permissions";
import { getKpi } from "#lib/server/kpis/list";
import { listModels } from "#lib/server/models/list";
import { ruleFormOptions } from "#lib/server/rules/form-options";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { listTeams } from "#lib/server/teams/list";

export const metadata: Metadata = { title: "Edit KPI" };

export default async function EditKpi({ params }: { params: Promise<{ slug: string }> }) {
  const [{ slug }, caller] = await Promise.all([params, pageCaller()]);
  if (!can(caller.actor.role, "kpi:write"))
    return <Refusal code="forbidden" message="KPIs are changed by data scientists, engineers and administrators. Ask one of them." />;
  const [kpi, watchable, models, teams] = await Promise.all([
    pageData(getKpi, { slug }),
    pageData(ruleFormOptions, {}),
    pageData(listModels, { limit: 500 }),
    pageData(listTeams, {}),
  ]);
  if (isRefused(kpi)) return <Refusal code={kpi.refused.code} message={kpi.refused.message} />;
  if (isRefused(watchable)) return <Refusal code={watchable.refused.code} message={watchable.refused.message} />;
  const options = kpiOptions(watchable, isRefused(models) ? [] : models.items, isRefused(teams) ? [] : teams.items);
  return (
    <>
      <PageCrumbs items={[{ label: kpi.name, href: `/kpis/${slug}` }, { label: "Edit" }]} />
      <KpiForm slug={kpi.slug} draft={draftOfKpi(kpi)} options={options} />
    </>
  );
}
