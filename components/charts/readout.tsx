import { Fragment } from "react";
import { readout, type TimeSeries, type TimeSeriesPoint } from "./time-series.ts";

const tones = { strong: "font-medium text-ink", warning: "font-medium text-warning", critical: "font-medium text-critical" } as const;

/** The figures of the window under the pointer, else of the selected one. It keeps its line when it is empty. */
export function Readout({ point, series }: { point: TimeSeriesPoint | undefined; series: TimeSeries }) {
  if (!point) return <p className="num mt-1 min-h-5 text-ink-faint">Choose a window to read it.</p>;
  const parts = readout(point, series);
  return (
    <p className="num mt-1 min-h-5 text-ink-muted">
      <span className="font-medium text-ink">{point.label}</span>
      {": "}
      {parts.length === 0 ? "nothing known" : null}
      {parts.map((part, at) => (
        <Fragment key={part.text}>
          {at > 0 ? (part.text.startsWith("(") ? " " : " · ") : ""}
          {part.tone ? <Toned text={part.text} tone={part.tone} /> : part.text}
        </Fragment>
      ))}
    </p>
  );
}

/** "observed 0.705": the word is quiet, the value speaks. */
function Toned({ text, tone }: { text: string; tone: keyof typeof tones }) {
  const [word, ...value] = text.split(" ");
  return (
    <>
      {word} <span className={tones[tone]}>{value.join(" ")}</span>
    </>
  );
}
