import { labelledWindows, linearScale } from "#lib/client/chart-scale";
import { axisLabels } from "#lib/client/format";
import type { Geometry } from "./plot-geometry.ts";
import type { TimeSeries } from "./time-series.ts";

/** Pixels a label needs: months are short and stand at every window, days are not. */
const room = { month: 46, day: 72, hour: 72 };
const HALF_LABEL = 20;

type Props = {
  starts: readonly string[];
  step: TimeSeries["step"];
  timeZone: string;
  selected: number | null;
  geometry: Geometry;
};

/** The time axis below a plot: as many labels as fit, the selected one in ink, the year written once. */
export function WindowAxis({ starts, step, timeZone, selected, geometry: g }: Props) {
  const x = linearScale([0, starts.length], [g.left, g.right]);
  const shown = labelledWindows(starts.length, g.right - g.left, room[step], selected);
  const labels = axisLabels(
    shown.map((index) => starts[index] ?? ""),
    step,
    timeZone,
  );
  return (
    <g fontSize={11}>
      <path d={`M${g.left} ${g.base}H${g.right}`} stroke="var(--line-strong)" />
      {shown.map((index, at) => {
        const middle = x(index + 0.5);
        const anchor = middle + HALF_LABEL > g.width ? "end" : middle - HALF_LABEL < 0 ? "start" : "middle";
        return (
          <text
            key={starts[index]}
            x={anchor === "end" ? g.width : anchor === "start" ? 0 : middle}
            y={g.base + 16}
            textAnchor={anchor}
            fontWeight={index === selected ? 500 : 400}
            fill={index === selected ? "var(--ink)" : "var(--ink-faint)"}
          >
            {labels[at]}
          </text>
        );
      })}
    </g>
  );
}
