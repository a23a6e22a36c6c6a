import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { CoverageBars } from "#components/charts/coverage-bars";
import { count, percent } from "#lib/client/format";
import { type WindowFrame, windowName } from "#lib/client/window-points";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { windowWords } from "#lib/domain/models/model-words";
import { coverageEnds, coverageSummary } from "./coverage-words.ts";

type Props = { answer: PerformanceAnswer; labelDelay: string; frame: WindowFrame; timeZone: string };

/** How much of each window is labelled: what performance rests on. */
export function LabelCoverage({ answer, labelDelay, frame, timeZone }: Props) {
  const { windows } = answer;
  return (
    <AnalysisPanel
      title="Label coverage"
      summary={coverageSummary(windows, labelDelay, frame)}
      answer={answer}
      timeZone={timeZone}
      table={{
        columns: ["Window", "Rows", "Labelled", "Share"],
        rows: windows.map(({ start, predictions, labelled, coverage }) => [
          windowName(start, frame),
          count(predictions),
          count(labelled),
          percent(coverage),
        ]),
      }}
    >
      <div className="mt-3">
        <CoverageBars
          label={`Label coverage by ${windowWords[frame.size]}`}
          windows={windows.map((window) => ({
            start: window.start,
            label: windowName(window.start, frame),
            rows: window.predictions,
            labelled: window.labelled,
          }))}
          ends={coverageEnds(windows, frame)}
        />
      </div>
    </AnalysisPanel>
  );
}
