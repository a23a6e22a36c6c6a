import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { MultiLineChart } from "#components/charts/multi-line-chart";
import { writeValue } from "#lib/client/value-format";
import { stepOf, type WindowFrame, windowName, windowNames } from "#lib/client/window-points";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { factsOf } from "#lib/domain/metrics/performance-catalogue";
import type { Task } from "#lib/domain/models/model";
import { compareSummary } from "./compare-words.ts";
import { metricFormat, metricName } from "./metric-series.ts";

type Side = { name: string; answer: PerformanceAnswer };
type Props = { sides: readonly [Side, Side]; task: Task; metric: string; frame: WindowFrame; selected: string | null; timeZone: string };

/** Two versions on one axis, over the same windows. */
export function ComparePanel({ sides, task, metric, frame, selected, timeZone }: Props) {
  const name = metricName(task, metric);
  const [first] = sides;
  const range = factsOf(task, metric)?.range ?? {};
  const windows = windowNames(first.answer.windows, frame);
  const lines = sides.map(({ name: label, answer }) => {
    const values = new Map(
      answer.windows.map(({ start, status, metrics }) => [start, status === "pending" ? null : (metrics[metric]?.value ?? null)]),
    );
    return { key: label, label, values: windows.map(({ start }) => values.get(start) ?? null) };
  });
  const format = metricFormat(metric);
  return (
    <AnalysisPanel
      title={`${name}: ${sides.map((side) => side.name).join(" and ")}`}
      summary={compareSummary(name, sides, metric, selected, frame)}
      answer={first.answer}
      timeZone={timeZone}
      table={{
        columns: ["Window", ...lines.map(({ label }) => label)],
        rows: windows.map(({ start }, at) => [
          windowName(start, frame),
          ...lines.map(({ values }) => writeValue(values[at] ?? null, format)),
        ]),
      }}
    >
      <MultiLineChart
        selected={selected}
        selectParam="at"
        chart={{
          name,
          windows,
          lines,
          format,
          step: stepOf(frame.size),
          timeZone: frame.timeZone,
          bounds: { ...(range.min === undefined ? {} : { low: range.min }), ...(range.max === undefined ? {} : { high: range.max }) },
        }}
      />
    </AnalysisPanel>
  );
}
