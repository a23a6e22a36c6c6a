import type { ComponentProps } from "react";
import { NoLabels, NoPredictions, NoReference } from "#components/analysis/next-step";
import { MetricControl } from "#components/models/metric-control";
import { InlineAlert } from "#components/ui/inline-alert";
import { SectionHead } from "#components/ui/section-head";
import { type WindowFrame, windowWhen } from "#lib/client/window-points";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import type { ModelAnswer } from "#lib/domain/models/model-answer";
import type { ModelMarks } from "#lib/domain/models/model-marks";
import type { PageQuery } from "#lib/domain/models/page-query";
import { ClassTable } from "./class-table.tsx";
import { ComparePanel } from "./compare-panel.tsx";
import { CalibrationPanel, ClassMatrixPanel } from "./decision-panels.tsx";
import { Decisions } from "./decisions.tsx";
import { LabelCoverage } from "./label-coverage.tsx";
import { LimitsTable } from "./limits-table.tsx";
import { MetricPanel } from "./metric-panel.tsx";
import { PerformanceTable } from "./performance-table.tsx";

type Props = {
  model: ModelAnswer;
  query: PageQuery;
  frame: WindowFrame;
  metric: string;
  answer: PerformanceAnswer;
  estimated: PerformanceAnswer | null;
  /** Of the version that is compared to. */
  compared: { name: string; answer: PerformanceAnswer } | null;
  selected: PerformanceAnswer["windows"][number] | null;
  /** Of the selected window; null where there is none to read. */
  detail: ComponentProps<typeof CalibrationPanel>["answer"] | null;
  marks: ModelMarks;
  mayWrite: boolean;
  timeZone: string;
};

/** How good the decisions were: one metric large, the others small, then the figures of each window and where limits come from. */
export function PerformancePage(props: Props) {
  const { model, query, frame, metric, answer, estimated, compared, selected, detail, marks, mayWrite, timeZone } = props;
  const { slug, task } = model;
  const common = { answer, estimated, task, frame, selected, timeZone };
  if (answer.windows.every(({ predictions }) => predictions === 0)) return <NoPredictions slug={slug} mayWrite={mayWrite} />;
  const unlabelled = answer.windows.every(({ labelled }) => labelled === 0);
  const path = `/models/${slug}/performance`;
  return (
    <div className="grid gap-10">
      {unlabelled ? <NoLabels slug={slug} mayWrite={mayWrite} /> : null}
      {answer.reference === null ? (
        <InlineAlert kind="not_enough_data" word="No limits">
          Limits come from the reference, and there is none yet: values are shown, none of them is judged.
        </InlineAlert>
      ) : null}
      {compared ? (
        <ComparePanel
          sides={[{ name: query.version ?? "all versions", answer }, compared]}
          task={task}
          metric={metric}
          frame={frame}
          selected={selected?.start ?? null}
          timeZone={timeZone}
        />
      ) : null}
      <MetricPanel
        {...common}
        metric={metric}
        marks={marks}
        action={<MetricControl path={path} query={query} task={task} metric={metric} />}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {performanceFacts(task)
          .filter(([name]) => name !== metric)
          .map(([name]) => (
            <MetricPanel key={name} {...common} metric={name} small volume={false} level={3} />
          ))}
      </div>
      {selected?.classes?.length ? (
        <section className="grid gap-3">
          <SectionHead
            title={`Classes ${windowWhen(selected.start, frame)}`}
            sentence="Each class against all others, the worst F1 first."
          />
          <ClassTable classes={selected.classes} />
        </section>
      ) : null}
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
        {selected && detail && task === "binary" ? (
          <CalibrationPanel answer={detail} when={windowWhen(selected.start, frame)} timeZone={timeZone} />
        ) : null}
        {selected && detail && task === "multiclass" ? (
          <ClassMatrixPanel answer={detail} when={windowWhen(selected.start, frame)} timeZone={timeZone} />
        ) : null}
        {selected && task === "binary" ? <Decisions answer={answer} selected={selected} frame={frame} timeZone={timeZone} /> : null}
        <LabelCoverage answer={answer} labelDelay={model.labelDelay} frame={frame} timeZone={timeZone} />
      </div>
      <section className="grid gap-3">
        <SectionHead title="Every metric by window" sentence="The newest first; the interval stands on hover." />
        <PerformanceTable answer={answer} task={task} frame={frame} selected={selected?.start ?? null} />
      </section>
      <section className="grid gap-3">
        <SectionHead title="Limits" sentence="A window is critical when a metric lies outside of them. An alert rule can be stricter." />
        {answer.reference === null ? <NoReference slug={slug} mayWrite={mayWrite} /> : <LimitsTable answer={answer} task={task} />}
      </section>
    </div>
  );
}
