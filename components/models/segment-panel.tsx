import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { Dumbbell } from "#components/charts/dumbbell";
import { count, metric, percent } from "#lib/client/format";
import type { RootCauseAnswer } from "#lib/domain/analysis/answers/root-cause";
import { segmentGroups, segmentSummary } from "./segment-words.ts";

type Props = {
  answer: RootCauseAnswer /** The window in a sentence: "March 2022". */;
  when: string;
  minimumRows: number;
  timeZone: string;
};

const MOST_SEGMENTS = 8;

/** For whom it got worse: each segment against its own reference. */
export function SegmentPanel({ answer, when, minimumRows, timeZone }: Props) {
  return segmentGroups(answer.segments).map(({ name, segments }) => (
    <AnalysisPanel
      key={name}
      title={name.charAt(0).toUpperCase() + name.slice(1)}
      summary={segmentSummary(answer, segments, when)}
      answer={answer}
      asked={{ title: `${answer.label} by ${name}, ${when}` }}
      timeZone={timeZone}
      table={{
        columns: [name, "Reference", "Now", "Rows now", "Share now", "Part of the change"],
        rows: segments.map((segment) => [
          segment.value,
          metric(segment.referenceValue),
          metric(segment.currentValue),
          count(segment.currentRows),
          percent(segment.currentShare),
          segment.share === null ? "–" : percent(segment.share),
        ]),
      }}
    >
      <div className="mt-2">
        <Dumbbell
          label={`${answer.label} by ${name}`}
          rows={segments.slice(0, MOST_SEGMENTS).map((segment) => ({
            name: segment.value || "(missing)",
            reference: segment.referenceValue,
            current: segment.currentValue,
            status: segment.currentRows === 0 ? "no_data" : segment.currentRows < minimumRows ? "not_enough_data" : "ok",
            note: segment.currentRows === 0 ? "no rows" : `${count(segment.currentRows)} rows`,
          }))}
        />
      </div>
    </AnalysisPanel>
  ));
}
