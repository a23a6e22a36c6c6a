import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { MultiLineChart } from "#components/charts/multi-line-chart";
import { metric } from "#lib/client/format";
import { stepOf, type WindowFrame, windowName, windowNames } from "#lib/client/window-points";
import type { BiasSeriesAnswer, GroupRate } from "#lib/domain/analysis/answers/bias";
import { rateName } from "#lib/domain/models/metric-words";
import { FAIR_HIGH, FAIR_LOW, ratioSummary } from "./bias-words.ts";

type Props = { answer: BiasSeriesAnswer; rate: GroupRate; frame: WindowFrame; selected: string; timeZone: string };

/** The ratio of each group to the base group over time, with four fifths as its band. */
export function RatioChart({ answer, rate, frame, selected, timeZone }: Props) {
  const { windows } = answer;
  const ratio = (at: number, group: string) =>
    windows[at]?.disparities.find((entry) => entry.metric === rate && entry.group === group)?.ratio ?? null;
  const groups = [...new Set(windows.flatMap(({ disparities }) => disparities.map(({ group }) => group)))];
  const names = windowNames(windows, frame);
  const lines = groups.map((group) => ({ key: group, label: group, values: windows.map((_, at) => ratio(at, group)) }));
  return (
    <AnalysisPanel
      title={`${rateName(rate)}: ratio to the base group`}
      summary={ratioSummary(windows, rate)}
      answer={answer}
      timeZone={timeZone}
      table={{
        columns: ["Window", ...groups],
        rows: windows.map(({ start }, at) => [windowName(start, frame), ...lines.map(({ values }) => metric(values[at]))]),
      }}
    >
      <MultiLineChart
        selected={selected}
        selectParam="at"
        chart={{
          name: `${rateName(rate)} ratio`,
          windows: names,
          lines,
          step: stepOf(frame.size),
          timeZone: frame.timeZone,
          bounds: { low: 0 },
          limits: [
            { value: FAIR_LOW, kind: "warning", bound: "lower", label: "four fifths" },
            { value: FAIR_HIGH, kind: "warning", bound: "upper", label: "five quarters" },
          ],
        }}
      />
    </AnalysisPanel>
  );
}
