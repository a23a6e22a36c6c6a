import type { Metadata } from "next";
import { KpiListPage } from "#components/kpis/kpi-list-page";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { publicUrl } from "#lib/server/access/secret-link";
import { kpiSummary } from "#lib/server/kpis/summary";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "KPIs" };

export default async function Kpis() {
  const [page, caller, timeZone] = await Promise.all([pageData(kpiSummary, {}), pageCaller(), pageTimeZone()]);
  if (isRefused(page)) return <Refusal code={page.refused.code} message={page.refused.message} />;
  return <KpiListPage page={page} mayWrite={can(caller.actor.role, "kpi:write")} origin={publicUrl()} timeZone={timeZone} />;
}
