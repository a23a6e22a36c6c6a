import type { Metadata } from "next";
import { AnalysisRefusal } from "#components/analysis/analysis-refusal";
import { OperationsPage } from "#components/operations/operations-page";
import { can } from "#lib/domain/access/permissions";
import { modelMarks } from "#lib/domain/models/model-marks";
import { selectedWindow } from "#lib/domain/models/page-query";
import { readOperations } from "#lib/server/analysis/operations";
import { listIncidents } from "#lib/server/incidents/list";
import { type PageSearch, pageView } from "#lib/server/overview/page-view";
import { isRefused, pageData } from "#lib/server/session/page-data";

export const metadata: Metadata = { title: "Operations" };

type Props = { params: Promise<{ slug: string }>; searchParams: PageSearch };

export default async function Operations({ params, searchParams }: Props) {
  const { slug } = await params;
  const { data, query, asked, frame, caller, timeZone } = await pageView(slug, searchParams);
  const [answer, incidents] = await Promise.all([pageData(readOperations, asked), pageData(listIncidents, { model: slug, limit: 50 })]);
  if (isRefused(answer))
    return <AnalysisRefusal code={answer.refused.code} message={answer.refused.message} what="Operations" backHref={`/models/${slug}`} />;
  return (
    <OperationsPage
      slug={slug}
      frame={frame}
      answer={answer}
      selected={selectedWindow(answer.windows, query.at, ({ requests }) => requests > 0)}
      marks={modelMarks(data.versions, isRefused(incidents) ? [] : incidents.items)}
      mayWrite={can(caller.actor.role, "data:write")}
      timeZone={timeZone}
    />
  );
}
