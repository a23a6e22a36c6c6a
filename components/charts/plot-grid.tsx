import { type Axis, linearScale } from "#lib/client/chart-scale";
import { type ValueFormat, writeTick } from "#lib/client/value-format";
import type { Geometry } from "./plot-geometry.ts";

/** Light horizontal lines only, each with its value at the left. */
export function PlotGrid({ axis, geometry: g, format }: { axis: Axis; geometry: Geometry; format?: ValueFormat }) {
  const y = linearScale([axis.low, axis.high], [g.floor, g.top]);
  return (
    <g>
      {axis.ticks.map((tick, at) => (
        <g key={tick}>
          <path d={`M${g.left} ${y(tick)}H${g.right}`} stroke="var(--line)" opacity={at === 0 ? 1 : 0.75} />
          <text x={g.left - 8} y={y(tick) + 4} textAnchor="end" fontSize={11} fill="var(--ink-faint)">
            {writeTick(tick, axis.step, format)}
          </text>
        </g>
      ))}
    </g>
  );
}
