import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { NoPredictions } from "#components/analysis/next-step";
import { MultiLineChart } from "#components/charts/multi-line-chart";
import { TimeSeriesChart } from "#components/charts/time-series-chart";
import { SectionHead } from "#components/ui/section-head";
import { writeValue } from "#lib/client/value-format";
import { stepOf, type WindowFrame, windowName, windowNames, windowPoints, windowWhen } from "#lib/client/window-points";
import type { OperationsAnswer } from "#lib/domain/analysis/answers/operations";
import type { ModelMarks } from "#lib/domain/models/model-marks";
import {
  latencyLines,
  measureSummary,
  milliseconds,
  type OperationsWindow,
  operationsHeadline,
  operationsMeasures,
} from "./operations-words.ts";

type Props = {
  slug: string;
  frame: WindowFrame;
  answer: OperationsAnswer;
  selected: OperationsWindow | null;
  marks: ModelMarks;
  mayWrite: boolean;
  timeZone: string;
};

/** How the model runs: load, errors and how long an answer takes. */
export function OperationsPage({ slug, frame, answer, selected, marks, mayWrite, timeZone }: Props) {
  if (selected === null || selected.requests === 0) return <NoPredictions slug={slug} mayWrite={mayWrite} />;
  const headline = operationsHeadline(selected, windowWhen(selected.start, frame));
  const { windows } = answer;
  const latency = windows.some(({ latencyP95 }) => latencyP95 !== null);
  return (
    <div className="grid gap-10">
      <SectionHead title={headline.title} sentence={headline.sentence} />
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-2">
        <AnalysisPanel
          title="Latency"
          summary={latency ? "How long an answer took, in milliseconds; each line is within 1 % of the true one." : undefined}
          answer={answer}
          timeZone={timeZone}
          level={3}
          state={
            latency
              ? { kind: "ready" }
              : {
                  kind: "empty",
                  title: "No latency yet",
                  sentence: "Send latencyMs with each prediction to see how long answers take.",
                  command: `{"id":"a1","timestamp":"…","score":0.91,"latencyMs":12.5}`,
                }
          }
          table={{
            columns: ["Window", ...latencyLines.map(({ label }) => label)],
            rows: windows.map((window) => [windowName(window.start, frame), ...latencyLines.map(({ key }) => milliseconds(window[key]))]),
          }}
        >
          <MultiLineChart
            selected={selected.start}
            selectParam="at"
            chart={{
              name: "Latency",
              unit: "ms",
              windows: windowNames(windows, frame),
              lines: latencyLines.map(({ key, label }) => ({ key, label, values: windows.map((window) => window[key]) })),
              step: stepOf(frame.size),
              timeZone: frame.timeZone,
              bounds: { low: 0 },
            }}
          />
        </AnalysisPanel>
        {operationsMeasures(windows).map((measure) => {
          const series = {
            name: measure.label,
            points: windowPoints(
              windows,
              frame,
              (window) => ({
                value: window.requests === 0 && measure.key !== "requests" ? null : scaled(window[measure.key], measure.scale),
              }),
              ({ requests }) => (requests === 0 ? "no_data" : "ok"),
            ),
            format: measure.format,
            step: stepOf(frame.size),
            timeZone: frame.timeZone,
            bounds: { low: 0, ...(measure.key === "errorRate" ? { high: 1 } : {}) },
            ...marks,
          };
          return (
            <AnalysisPanel
              key={measure.key}
              title={measure.label}
              summary={measureSummary(windows, selected, measure, (value) => writeValue(value, measure.format))}
              answer={answer}
              asked={{ title: `${measure.label}, ${windowName(selected.start, frame)}`, sentence: measure.sentence }}
              series={series}
              timeZone={timeZone}
              level={3}
            >
              <TimeSeriesChart series={series} selected={selected.start} selectParam="at" small />
            </AnalysisPanel>
          );
        })}
      </div>
    </div>
  );
}

const scaled = (value: number | null, scale: number): number | null => (value === null ? null : value * scale);
