import type { Metadata } from "next";
import { AnalysisRefusal } from "#components/analysis/analysis-refusal";
import { PerformancePage } from "#components/performance/performance-page";
import { can } from "#lib/domain/access/permissions";
import { factsOf, performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import { modelMarks } from "#lib/domain/models/model-marks";
import { selectedWindow } from "#lib/domain/models/page-query";
import { readEstimatedPerformance } from "#lib/server/analysis/estimated-performance";
import { readPerformance } from "#lib/server/analysis/performance";
import { listIncidents } from "#lib/server/incidents/list";
import { readDecisionDetail } from "#lib/server/overview/decision-detail";
import { type PageSearch, pageView } from "#lib/server/overview/page-view";
import { isRefused, pageData } from "#lib/server/session/page-data";

export const metadata: Metadata = { title: "Performance" };

type Props = { params: Promise<{ slug: string }>; searchParams: PageSearch };

export default async function Performance({ params, searchParams }: Props) {
  const { slug } = await params;
  const { model, data, query, asked, frame, caller, timeZone } = await pageView(slug, searchParams);
  const compare = query.compare !== undefined && query.compare !== query.version ? query.compare : null;
  const [answer, estimated, compared, incidents] = await Promise.all([
    pageData(readPerformance, asked),
    model.task === "binary" && model.reference !== null ? pageData(readEstimatedPerformance, asked) : null,
    compare === null ? null : pageData(readPerformance, { ...asked, version: compare }),
    pageData(listIncidents, { model: slug, limit: 50 }),
  ]);
  if (isRefused(answer))
    return <AnalysisRefusal code={answer.refused.code} message={answer.refused.message} what="Performance" backHref={`/models/${slug}`} />;
  const judged = ({ status }: { status: string }) => status === "ok" || status === "warning" || status === "critical";
  const selected = selectedWindow(answer.windows, query.at, judged, ({ predictions }) => predictions > 0);
  const detail =
    selected === null || selected.labelled === 0 || model.task === "regression"
      ? null
      : await pageData(readDecisionDetail, { ...asked, window: undefined, from: selected.start, to: selected.end });
  const metric = query.metric !== undefined && factsOf(model.task, query.metric) ? query.metric : performanceFacts(model.task)[0]?.[0];
  return (
    <PerformancePage
      model={model}
      query={query}
      frame={frame}
      metric={metric ?? "accuracy"}
      answer={answer}
      estimated={estimated === null || isRefused(estimated) ? null : estimated}
      compared={compare === null || compared === null || isRefused(compared) ? null : { name: compare, answer: compared }}
      selected={selected}
      detail={detail === null || isRefused(detail) ? null : detail}
      marks={modelMarks(data.versions, isRefused(incidents) ? [] : incidents.items)}
      mayWrite={can(caller.actor.role, "data:write")}
      timeZone={timeZone}
    />
  );
}
