"use client";

import { Area, ComposedChart, XAxis, YAxis } from "recharts";
import type { Axis } from "#lib/client/chart-scale";
import { linearScale } from "#lib/client/chart-scale";
import { writeTick } from "#lib/client/value-format";
import type { DistributionBin } from "./distribution-spark.tsx";
import type { Geometry } from "./plot-geometry.ts";
import { PlotGrid } from "./plot-grid.tsx";

export type DistributionPlotProps = {
  bins: readonly DistributionBin[];
  /** Shares of rows, upwards. */
  axis: Axis;
  /** Values of the column, to the right. */
  valueAxis: Axis;
  geometry: Geometry;
};

export default function DistributionPlot({ bins, axis, valueAxis, geometry: g }: DistributionPlotProps) {
  const low = bins[0]?.from ?? 0;
  const high = bins.at(-1)?.to ?? 1;
  const x = linearScale([low, high], [g.left, g.right]);
  const last = bins.at(-1);
  // A step line needs the right edge of the last bin as a place of its own.
  const data = [
    ...bins.map((bin) => ({ x: bin.from, reference: bin.reference, current: bin.current })),
    ...(last ? [{ x: last.to, reference: last.reference, current: last.current }] : []),
  ];
  return (
    <ComposedChart
      width={g.width}
      height={g.height}
      data={data}
      margin={{ top: g.top, right: g.width - g.right, bottom: g.height - g.base, left: g.left }}
      accessibilityLayer={false}
      style={{ overflow: "visible" }}
    >
      <PlotGrid axis={axis} geometry={g} format="percent" />
      <XAxis dataKey="x" type="number" domain={[low, high]} hide />
      <YAxis domain={[0, axis.high]} hide />
      <Area
        dataKey="reference"
        type="stepAfter"
        stroke="none"
        fill="var(--chart-reference)"
        fillOpacity={0.75}
        isAnimationActive={false}
        activeDot={false}
      />
      <Area
        dataKey="current"
        type="stepAfter"
        stroke="var(--series-1)"
        strokeWidth={1.5}
        fill="var(--series-1)"
        fillOpacity={0.14}
        isAnimationActive={false}
        activeDot={false}
      />
      <path d={`M${g.left} ${g.base}H${g.right}`} stroke="var(--line-strong)" />
      {valueAxis.ticks
        .filter((tick) => tick >= low && tick <= high)
        .map((tick) => (
          <text key={tick} x={x(tick)} y={g.base + 16} textAnchor="middle" fontSize={11} fill="var(--ink-faint)">
            {writeTick(tick, valueAxis.step)}
          </text>
        ))}
    </ComposedChart>
  );
}
