import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { ConfusionMatrix } from "#components/charts/confusion-matrix";
import { type WindowFrame, windowWhen } from "#lib/client/window-points";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { decisionSummary } from "./decision-words.ts";

type Props = { answer: PerformanceAnswer; selected: PerformanceAnswer["windows"][number]; frame: WindowFrame; timeZone: string };

/** What a binary model said for what was true, in one window. */
export function Decisions({ answer, selected, frame, timeZone }: Props) {
  const { confusion } = selected;
  const title = `Decisions ${windowWhen(selected.start, frame)}`;
  const total = confusion ? confusion.tp + confusion.fp + confusion.fn + confusion.tn : 0;
  return (
    <AnalysisPanel title={title} summary={decisionSummary(confusion)} answer={answer} timeZone={timeZone}>
      {confusion && total > 0 ? (
        <div className="mt-2">
          <ConfusionMatrix
            label={`${title}, said against was`}
            classes={["positive", "negative"]}
            counts={[
              [confusion.tp, confusion.fn],
              [confusion.fp, confusion.tn],
            ]}
          />
        </div>
      ) : null}
    </AnalysisPanel>
  );
}
