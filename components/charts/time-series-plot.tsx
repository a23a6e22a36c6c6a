"use client";

import { useId } from "react";
import { Bar, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from "recharts";
import { type Axis, linearScale } from "#lib/client/chart-scale";
import { compact } from "#lib/client/format";
import { Hatch } from "./hatch.tsx";
import type { Geometry } from "./plot-geometry.ts";
import { PlotGround } from "./plot-ground.tsx";
import { PlotLabels } from "./plot-labels.tsx";
import { PlotLane } from "./plot-lane.tsx";
import type { TimeSeries, TimeSeriesPoint } from "./time-series.ts";
import { WindowAxis } from "./window-axis.tsx";

export type PlotProps = {
  series: TimeSeries;
  /** The windows in sight: fewer on phones. */
  points: readonly TimeSeriesPoint[];
  axis: Axis;
  geometry: Geometry;
  selected: number | null;
  /** The limits carry handles, which say their value. */
  handles: boolean;
};

const ALL_DOTS_UP_TO = 20;
const INTERVALS_UP_TO = 60;
const layers = { intervals: 350, limits: 450, labels: 700 };

/** The drawing of a series. Only this part needs the chart library, so it is loaded after the page. */
export default function TimeSeriesPlot({ series, points, axis, geometry: g, selected, handles }: PlotProps) {
  const hatchId = useId();
  const inner = g.right - g.left;
  const band = inner / points.length;
  const y = linearScale([axis.low, axis.high], [g.floor, g.top]);
  const mostRows = Math.max(1, ...points.map((point) => point.rows));
  const allDots = points.length <= ALL_DOTS_UP_TO;
  const lastKnown = points.findLastIndex((point) => point.value !== null);
  const data = points.map((point, index) => ({
    x: index + 0.5,
    value: point.value,
    solid: point.partial ? null : point.value,
    // A partial stretch is dotted from the last whole window to the next one.
    dotted: point.partial || points[index - 1]?.partial || points[index + 1]?.partial ? point.value : null,
    estimate: point.estimate ?? null,
    labelled: point.labelled,
    unlabelled: Math.max(0, point.rows - point.labelled),
  }));
  const estimates = data.some((row) => row.estimate !== null);
  const partial = points.some((point) => point.partial);
  return (
    <ComposedChart
      width={g.width}
      height={g.height}
      data={data}
      margin={{ top: g.top, right: g.width - g.right, bottom: g.height - g.base, left: g.left }}
      accessibilityLayer={false}
      style={{ overflow: "visible", cursor: "pointer" }}
    >
      <defs>
        <Hatch id={hatchId} />
      </defs>
      <PlotGround series={series} points={points} axis={axis} geometry={g} selected={selected} hatchId={hatchId} />
      <PlotLane series={series} points={points} geometry={g} />
      <XAxis dataKey="x" type="number" domain={[0, points.length]} hide />
      <WindowAxis
        starts={points.map((point) => point.start)}
        step={series.step}
        timeZone={series.timeZone}
        selected={selected}
        geometry={g}
      />
      <YAxis yAxisId="value" hide domain={[axis.low, axis.high]} padding={{ bottom: g.base - g.floor }} />
      <YAxis yAxisId="rows" hide domain={[0, mostRows]} padding={{ top: g.volumeTop - g.top }} />
      {series.volume ? (
        <>
          <Bar
            yAxisId="rows"
            dataKey="labelled"
            stackId="rows"
            barSize={Math.max(1, band * 0.56)}
            fill="var(--chart-volume)"
            isAnimationActive={false}
          />
          <Bar
            yAxisId="rows"
            dataKey="unlabelled"
            stackId="rows"
            barSize={Math.max(1, band * 0.56)}
            fill={`url(#${hatchId})`}
            stroke="var(--chart-hatch)"
            isAnimationActive={false}
          />
          <text x={g.left - 8} y={g.volumeTop + 8} textAnchor="end" fontSize={11} fill="var(--ink-faint)">
            {compact(mostRows)}
          </text>
          <text x={g.left - 8} y={g.base} textAnchor="end" fontSize={11} fill="var(--ink-faint)">
            0
          </text>
        </>
      ) : null}
      <ZIndexLayer zIndex={layers.intervals}>
        {points.length > INTERVALS_UP_TO
          ? null
          : points.map((point, index) =>
              point.low == null || point.high == null ? null : (
                <path
                  key={point.start}
                  d={`M${g.left + (index + 0.5) * band} ${y(Math.max(axis.low, point.low))}V${y(Math.min(axis.high, point.high))}`}
                  stroke="var(--chart-observed)"
                  strokeWidth={Math.min(5, band * 0.6)}
                  strokeLinecap="round"
                  opacity={0.22}
                />
              ),
            )}
      </ZIndexLayer>
      <ZIndexLayer zIndex={layers.limits}>
        <PlotLabels series={series} points={points} axis={axis} geometry={g} handles={handles} />
      </ZIndexLayer>
      {estimates ? (
        <Line
          yAxisId="value"
          dataKey="estimate"
          stroke="var(--chart-estimate)"
          strokeWidth={1.25}
          strokeDasharray="4 3"
          dot={
            allDots ? { r: 2.5, fill: "var(--surface)", stroke: "var(--chart-estimate)", strokeWidth: 1.25, strokeDasharray: "0" } : false
          }
          activeDot={false}
          isAnimationActive={false}
        />
      ) : null}
      {partial ? (
        <Line
          yAxisId="value"
          dataKey="dotted"
          stroke="var(--chart-observed)"
          strokeWidth={2}
          strokeDasharray="2 3"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ) : null}
      <Line
        yAxisId="value"
        dataKey="solid"
        stroke="var(--chart-observed)"
        strokeWidth={points.length > 200 ? 1.5 : 2}
        strokeLinejoin="round"
        activeDot={false}
        isAnimationActive={false}
        dot={({ key, cx, cy, index }) => <WindowDot key={key} x={cx} y={cy} point={points[index]} shown={allDots || index === lastKnown} />}
      />
    </ComposedChart>
  );
}

function WindowDot({ x, y, point, shown }: { x?: number; y?: number; point: TimeSeriesPoint | undefined; shown: boolean }) {
  if (!shown || !point || point.value === null || x === undefined || y === undefined) return <g />;
  if (point.status === "critical" || point.status === "warning")
    return (
      <circle
        cx={x}
        cy={y}
        r={5}
        fill={point.status === "critical" ? "var(--critical)" : "var(--warning)"}
        stroke="var(--surface)"
        strokeWidth={1.5}
      />
    );
  if (point.status === "not_enough_data")
    return <circle cx={x} cy={y} r={3} fill="var(--surface)" stroke="var(--unknown)" strokeWidth={1.5} />;
  return <circle cx={x} cy={y} r={3.25} fill="var(--chart-observed)" stroke="var(--surface)" strokeWidth={1.5} />;
}
