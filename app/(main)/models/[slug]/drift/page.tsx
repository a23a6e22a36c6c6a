import type { Metadata } from "next";
import { AnalysisRefusal } from "#components/analysis/analysis-refusal";
import { DriftPage } from "#components/drift/drift-page";
import { can } from "#lib/domain/access/permissions";
import { modelMarks } from "#lib/domain/models/model-marks";
import { selectedWindow } from "#lib/domain/models/page-query";
import { readDrift } from "#lib/server/analysis/drift";
import { listIncidents } from "#lib/server/incidents/list";
import { type PageSearch, pageView } from "#lib/server/overview/page-view";
import { isRefused, pageData } from "#lib/server/session/page-data";

export const metadata: Metadata = { title: "Drift" };

type Props = { params: Promise<{ slug: string }>; searchParams: PageSearch };

export default async function Drift({ params, searchParams }: Props) {
  const { slug } = await params;
  const { data, query, asked, frame, caller, timeZone } = await pageView(slug, searchParams);
  const [drift, incidents] = await Promise.all([pageData(readDrift, asked), pageData(listIncidents, { model: slug, limit: 50 })]);
  if (isRefused(drift))
    return <AnalysisRefusal code={drift.refused.code} message={drift.refused.message} what="Drift" backHref={`/models/${slug}`} />;
  return (
    <DriftPage
      slug={slug}
      query={query}
      frame={frame}
      drift={drift}
      selected={selectedWindow(drift.windows, query.at, ({ predictions }) => predictions > 0)}
      marks={modelMarks(data.versions, isRefused(incidents) ? [] : incidents.items)}
      mayWrite={can(caller.actor.role, "data:write")}
      timeZone={timeZone}
    />
  );
}
