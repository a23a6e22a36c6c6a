import type { Metadata } from "next";
import { KpiPage } from "#components/kpis/kpi-page";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { Refusal } from "#components/ui/refusal";
import { kpiRange } from "#lib/client/kpi-ranges";
import { can } from "#lib/domain/access/permissions";
import { publicUrl } from "#lib/server/access/secret-link";
import { getKpi } from "#lib/server/kpis/list";
import { readKpiSeries } from "#lib/server/kpis/series";
import { kpiSummary } from "#lib/server/kpis/summary";
import { listRules } from "#lib/server/rules/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | undefined>> };

export const metadata: Metadata = { title: "KPI" };

export default async function Kpi({ params, searchParams }: Props) {
  const [{ slug }, { range }, caller, timeZone] = await Promise.all([params, searchParams, pageCaller(), pageTimeZone()]);
  const stored = await pageData(getKpi, { slug });
  if (isRefused(stored)) return <Refusal code={stored.refused.code} message={stored.refused.message} />;
  const { from, to, key, choices } = kpiRange(stored.window, range, caller.now);
  const mayRead = can(caller.actor.role, "rule:read");
  const [page, series, rules] = await Promise.all([
    pageData(kpiSummary, { slug }),
    pageData(readKpiSeries, { slug, from, to }),
    mayRead ? pageData(listRules, {}) : null,
  ]);
  if (isRefused(page)) return <Refusal code={page.refused.code} message={page.refused.message} />;
  const kpi = page.items[0];
  if (!kpi) return <Refusal code="not_found" message={`KPI ${slug} does not exist.`} />;
  return (
    <>
      <PageCrumbs items={[{ label: stored.name }]} />
      <KpiPage
        kpi={kpi}
        query={stored.query}
        series={isRefused(series) ? [] : series.series}
        broken={page.broken}
        rules={rules && !isRefused(rules) ? rules.items.filter((rule) => rule.kpi?.slug === slug) : null}
        may={{ write: can(caller.actor.role, "kpi:write"), editRules: can(caller.actor.role, "rule:write") }}
        ranges={choices.map((choice) => ({ label: choice.label, href: `/kpis/${slug}?range=${choice.key}`, current: choice.key === key }))}
        origin={publicUrl()}
        now={caller.now.toISOString()}
        timeZone={timeZone}
      />
    </>
  );
}
