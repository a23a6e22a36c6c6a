import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { CalibrationChart } from "#components/charts/calibration-chart";
import { ConfusionMatrix } from "#components/charts/confusion-matrix";
import { count, metric, percent } from "#lib/client/format";
import type { Provenance, ReferenceAnswer } from "#lib/domain/analysis/answers/common";
import type { DecisionDetail } from "#lib/domain/models/decision-detail";
import { calibrationSummary, matrixSummary } from "./calibration-words.ts";

type Answer = DecisionDetail & { provenance: Provenance; reference: ReferenceAnswer };
type Props = { answer: Answer; when: string; timeZone: string };

/** Whether scores can be read as probabilities. */
export function CalibrationPanel({ answer, when, timeZone }: Props) {
  return (
    <AnalysisPanel
      title={`Calibration ${when}`}
      summary={calibrationSummary(answer.calibration)}
      answer={answer}
      timeZone={timeZone}
      table={{
        columns: ["Mean score", "Observed", "95 % interval", "Rows"],
        rows: answer.calibration.map(({ predicted, observed, low, high, rows }) => [
          metric(predicted),
          percent(observed, 1),
          low === null || high === null ? "–" : `${percent(low, 1)}–${percent(high, 1)}`,
          count(rows),
        ]),
      }}
    >
      <CalibrationChart label={`Calibration ${when}: ${calibrationSummary(answer.calibration)}`} bins={answer.calibration} />
    </AnalysisPanel>
  );
}

/** Which classes are taken for which. */
export function ClassMatrixPanel({ answer, when, timeZone }: Props) {
  const { matrix } = answer;
  return (
    <AnalysisPanel title={`Decisions ${when}`} summary={matrixSummary(matrix)} answer={answer} timeZone={timeZone}>
      {matrix ? (
        <div className="mt-2">
          <ConfusionMatrix label={`Decisions ${when}, said against was`} classes={matrix.classes} counts={matrix.counts} />
        </div>
      ) : null}
    </AnalysisPanel>
  );
}
