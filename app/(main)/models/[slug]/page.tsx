import { AnalysisRefusal } from "#components/analysis/analysis-refusal";
import { HealthPage } from "#components/models/health-page";
import { SummaryPage } from "#components/models/summary-page";
import { can } from "#lib/domain/access/permissions";
import { factsOf, performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import { modelMarks } from "#lib/domain/models/model-marks";
import { readRootCause } from "#lib/server/analysis/root-cause";
import { listIncidents } from "#lib/server/incidents/list";
import { readModelHealth } from "#lib/server/overview/model-health";
import { type PageSearch, pageModelRow, pageView } from "#lib/server/overview/page-view";
import { isRefused, pageData } from "#lib/server/session/page-data";

type Props = { params: Promise<{ slug: string }>; searchParams: PageSearch };

export default async function ModelOverview({ params, searchParams }: Props) {
  const { slug } = await params;
  const view = await pageView(slug, searchParams);
  const { model, query, asked, frame, now, timeZone } = view;
  const [row, incidents] = await Promise.all([pageModelRow(slug), pageData(listIncidents, { model: slug, limit: 50 })]);
  const marks = modelMarks(view.data.versions, isRefused(incidents) ? [] : incidents.items);
  if (!can(view.caller.actor.role, "analysis:read")) return isRefused(row) || row === null ? null : <SummaryPage row={row} marks={marks} />;
  const health = await pageData(readModelHealth, { ...asked, ...(query.at ? { at: query.at } : {}) });
  if (isRefused(health)) return <AnalysisRefusal code={health.refused.code} message={health.refused.message} what="This range" />;
  const window = health.performance.windows.find(({ start }) => start === health.selected);
  const rootCause =
    window && view.data.segments.length > 0 && !query.segment
      ? await pageData(readRootCause, { slug, from: window.start, to: window.end, ...(query.version ? { version: query.version } : {}) })
      : null;
  const decisive = isRefused(row) || !row?.worst ? undefined : row.worst.metric.replace("performance.", "");
  const metric =
    [query.metric, decisive].find((name) => name !== undefined && factsOf(model.task, name)) ?? performanceFacts(model.task)[0]?.[0];
  return (
    <HealthPage
      {...health}
      model={model}
      query={query}
      frame={frame}
      metric={metric ?? "accuracy"}
      rootCause={rootCause === null || isRefused(rootCause) ? null : rootCause}
      marks={marks}
      mayWrite={can(view.caller.actor.role, "data:write")}
      now={now}
      timeZone={timeZone}
    />
  );
}
