"use client";

import { ComposedChart, Line, XAxis, YAxis } from "recharts";
import { type Axis, linearScale } from "#lib/client/chart-scale";
import type { CalibrationBin } from "./calibration-chart.tsx";
import type { Geometry } from "./plot-geometry.ts";
import { PlotGrid } from "./plot-grid.tsx";

const axis: Axis = { low: 0, high: 1, step: 0.25, ticks: [0, 0.25, 0.5, 0.75, 1] };

export default function CalibrationPlot({ bins, geometry: g }: { bins: readonly CalibrationBin[]; geometry: Geometry }) {
  const x = linearScale([0, 1], [g.left, g.right]);
  const y = linearScale([0, 1], [g.floor, g.top]);
  const most = Math.max(1, ...bins.map((bin) => bin.rows));
  return (
    <ComposedChart
      width={g.width}
      height={g.height}
      data={[...bins]}
      margin={{ top: g.top, right: g.width - g.right, bottom: g.height - g.base, left: g.left }}
      accessibilityLayer={false}
      style={{ overflow: "visible" }}
    >
      <PlotGrid axis={axis} geometry={g} />
      <path d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} stroke="var(--chart-reference)" strokeDasharray="4 3" />
      {bins.map((bin) => (
        <rect
          key={bin.predicted}
          x={x(bin.predicted) - 6}
          y={g.floor - (bin.rows / most) * 28}
          width={12}
          height={(bin.rows / most) * 28}
          fill="var(--chart-volume)"
          opacity={0.6}
        />
      ))}
      {bins.map((bin) =>
        bin.low == null || bin.high == null ? null : (
          <path
            key={bin.predicted}
            d={`M${x(bin.predicted)} ${y(bin.low)}V${y(bin.high)}`}
            stroke="var(--chart-observed)"
            strokeWidth={5}
            strokeLinecap="round"
            opacity={0.22}
          />
        ),
      )}
      <XAxis dataKey="predicted" type="number" domain={[0, 1]} hide />
      <YAxis domain={[0, 1]} hide />
      <Line
        dataKey="observed"
        stroke="var(--chart-observed)"
        strokeWidth={2}
        dot={{ r: 3.25, fill: "var(--chart-observed)", stroke: "var(--surface)", strokeWidth: 1.5 }}
        activeDot={false}
        isAnimationActive={false}
      />
      <path d={`M${g.left} ${g.base}H${g.right}`} stroke="var(--line-strong)" />
      {axis.ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={g.base + 16} textAnchor="middle" fontSize={11} fill="var(--ink-faint)">
          {tick.toFixed(2)}
        </text>
      ))}
    </ComposedChart>
  );
}
