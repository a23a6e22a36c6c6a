import { NoPredictions, NoReference } from "#components/analysis/next-step";
import { Withheld } from "#components/analysis/withheld";
import { DriftPanel } from "#components/drift/drift-panel";
import { DriftRanking } from "#components/drift/drift-ranking";
import { Decisions } from "#components/performance/decisions";
import { LabelCoverage } from "#components/performance/label-coverage";
import { MetricPanel } from "#components/performance/metric-panel";
import { TextLink } from "#components/ui/text-link";
import { type WindowFrame, windowInSentence } from "#lib/client/window-points";
import type { DistributionAnswer, DriftAnswer } from "#lib/domain/analysis/answers/drift";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import type { RootCauseAnswer } from "#lib/domain/analysis/answers/root-cause";
import type { ModelAnswer } from "#lib/domain/models/model-answer";
import type { ModelMarks } from "#lib/domain/models/model-marks";
import { type PageQuery, tabAddress } from "#lib/domain/models/page-query";
import { MetricControl } from "./metric-control.tsx";
import { SegmentPanel } from "./segment-panel.tsx";

type Props = {
  model: ModelAnswer;
  query: PageQuery;
  frame: WindowFrame;
  /** The metric of the large chart, without its "performance." */
  metric: string;
  performance: PerformanceAnswer;
  estimated: PerformanceAnswer | null;
  drift: DriftAnswer;
  distributions: readonly DistributionAnswer[];
  /** Start of the window that all but the series speaks of. */
  selected: string | null;
  /** null: no segments, or not readable. */
  rootCause: RootCauseAnswer | null;
  marks: ModelMarks;
  mayWrite: boolean;
  now: string;
  timeZone: string;
};

/** The series, the columns that moved, the segments, the labels and the decisions: why the model stands as it does. */
export function HealthPage(props: Props) {
  const { model, query, frame, metric, performance, estimated, drift, distributions, selected, rootCause, marks, mayWrite, now, timeZone } =
    props;
  const { slug, task } = model;
  if (performance.windows.every(({ predictions }) => predictions === 0)) return <NoPredictions slug={slug} mayWrite={mayWrite} />;
  const window = performance.windows.find(({ start }) => start === selected) ?? null;
  const moved = drift.windows.find(({ start }) => start === selected) ?? null;
  const shown = moved?.features.slice(0, Math.max(1, distributions.length)) ?? [];
  return (
    <div className="grid gap-10">
      <div className="grid gap-4">
        <MetricPanel
          answer={performance}
          estimated={estimated}
          task={task}
          metric={metric}
          frame={frame}
          marks={marks}
          selected={window}
          timeZone={timeZone}
          action={<MetricControl path={`/models/${slug}`} query={query} task={task} metric={metric} />}
        />
        {window?.status === "not_enough_data" && window.labelled < model.minimumRows ? (
          <Withheld labelled={window.labelled} needed={model.minimumRows} since={window.start} now={now} timeZone={timeZone} />
        ) : null}
      </div>
      <div className="grid gap-x-16 gap-y-10 xl:grid-cols-[minmax(0,1fr)_320px]">
        {performance.reference === null ? (
          <NoReference slug={slug} mayWrite={mayWrite} />
        ) : (
          <DriftPanel
            drift={drift}
            window={moved}
            frame={frame}
            timeZone={timeZone}
            action={
              <TextLink plain href={tabAddress(`/models/${slug}/drift`, query)}>
                Open drift
              </TextLink>
            }
          >
            {moved && selected ? (
              <DriftRanking
                slug={slug}
                query={query}
                frame={frame}
                drift={drift}
                rows={shown}
                selected={selected}
                distributions={distributions}
              />
            ) : null}
          </DriftPanel>
        )}
        <div className="grid content-start gap-10">
          {rootCause && window && rootCause.segments.length > 0 ? (
            <SegmentPanel
              answer={rootCause}
              when={windowInSentence(window.start, frame)}
              minimumRows={model.minimumRows}
              timeZone={timeZone}
            />
          ) : null}
          <LabelCoverage answer={performance} labelDelay={model.labelDelay} frame={frame} timeZone={timeZone} />
          {window && task === "binary" ? <Decisions answer={performance} selected={window} frame={frame} timeZone={timeZone} /> : null}
        </div>
      </div>
    </div>
  );
}
