import type { ReactNode } from "react";
import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { TimeSeriesChart } from "#components/charts/time-series-chart";
import { windowName } from "#lib/client/window-points";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { metricSentence } from "#lib/domain/models/metric-words";
import { windowWords } from "#lib/domain/models/model-words";
import { type MetricSeriesInput, metricName, metricSeries } from "./metric-series.ts";
import { metricFacts, metricSummary } from "./metric-summary.ts";

type Props = MetricSeriesInput & {
  selected: PerformanceAnswer["windows"][number] | null;
  timeZone: string;
  small?: boolean;
  level?: 2 | 3;
  action?: ReactNode;
};

/** One metric over windows, with what it says of the selected one and how that was computed. */
export function MetricPanel({ selected, timeZone, small = false, level = 2, action, ...input }: Props) {
  const { answer, estimated, task, metric, frame } = input;
  const series = metricSeries(input);
  const name = metricName(task, metric);
  const sentence = metricSentence(metric);
  return (
    <AnalysisPanel
      title={small ? name : `${name} by ${windowWords[frame.size]}`}
      summary={metricSummary(answer, task, metric, selected, frame)}
      answer={answer}
      asked={{
        title: selected ? `${name}, ${windowName(selected.start, frame)}` : name,
        ...(sentence ? { sentence } : {}),
        items: metricFacts(answer, estimated, metric, selected),
      }}
      series={series}
      timeZone={timeZone}
      level={level}
      action={action}
    >
      <TimeSeriesChart series={series} selected={selected?.start ?? null} selectParam="at" small={small} />
    </AnalysisPanel>
  );
}
