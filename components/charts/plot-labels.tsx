import { type Axis, linearScale, spreadLabels } from "#lib/client/chart-scale";
import { count } from "#lib/client/format";
import { writeValue } from "#lib/client/value-format";
import type { Geometry } from "./plot-geometry.ts";
import { limitLabel, type TimeSeries, type TimeSeriesPoint } from "./time-series.ts";

const limitTone = { critical: "var(--critical)", warning: "var(--warning)", target: "var(--ink-muted)" } as const;
const LABEL_GAP = 15;

type Props = { series: TimeSeries; points: readonly TimeSeriesPoint[]; axis: Axis; geometry: Geometry; handles: boolean };

/** Limit lines, and the words at the right end of every line; on narrow screens only the limits, inside the plot. */
export function PlotLabels({ series, points, axis, geometry: g, handles }: Props) {
  const y = linearScale([axis.low, axis.high], [g.floor, g.top]);
  const write = (value: number) => writeValue(value, series.format, series.unit);
  const limits = (series.limits ?? []).filter((limit) => limit.value >= axis.low && limit.value <= axis.high);
  const lastEstimate = points.at(-1)?.estimate ?? null;
  const mean = series.reference?.mean ?? null;
  const labels = [
    ...(handles ? limits.filter((limit) => limit.kind === "target") : limits).map((limit) => ({
      key: `${limit.kind} ${limit.bound} ${limit.value}`,
      text: `${limitLabel(limit, limits)} ${write(limit.value)}`,
      at: y(limit.value),
      fill: limitTone[limit.kind],
    })),
    ...(mean === null ? [] : [{ key: "mean", text: `reference mean ${write(mean)}`, at: y(mean), fill: "var(--ink-faint)" }]),
    ...(lastEstimate === null
      ? []
      : [{ key: "estimate", text: `estimate ${write(lastEstimate)}`, at: y(lastEstimate), fill: "var(--ink-muted)" }]),
  ];
  const places = spreadLabels(
    labels.map((label) => label.at),
    LABEL_GAP,
    g.top + 4,
    g.floor,
  );
  return (
    <g>
      {limits.map((limit) => (
        <path
          key={`${limit.kind} ${limit.bound} ${limit.value}`}
          d={`M${g.left} ${y(limit.value)}H${g.right}`}
          stroke={limitTone[limit.kind]}
          strokeWidth={1.25}
          strokeDasharray={limit.kind === "target" ? "4 3" : undefined}
        />
      ))}
      {g.roomy
        ? labels.map((label, at) => (
            <text key={label.key} x={g.right + 8} y={(places[at] ?? label.at) + 4} fontSize={11} fill={label.fill}>
              {label.text}
            </text>
          ))
        : labels
            .filter((label) => label.key !== "mean" && label.key !== "estimate")
            .map((label) => (
              <text
                key={label.key}
                x={g.left + 4}
                y={label.at > g.floor - 16 ? label.at - 5 : label.at + 13}
                fontSize={11}
                fill={label.fill}
                className="chart-halo"
              >
                {label.text}
              </text>
            ))}
      {series.volume && g.roomy ? <VolumeWords words={series.volume} last={points.at(-1)} geometry={g} /> : null}
    </g>
  );
}

function VolumeWords({ words, last, geometry: g }: { words: string; last: TimeSeriesPoint | undefined; geometry: Geometry }) {
  return (
    <g fontSize={11} fill="var(--ink-faint)">
      <text x={g.right + 8} y={g.volumeTop + 8}>
        {words}
      </text>
      {last && last.labelled < last.rows ? (
        <text x={g.right + 8} y={g.base - 4}>
          {count(last.rows)}, {count(last.labelled)} labelled
        </text>
      ) : null}
    </g>
  );
}
