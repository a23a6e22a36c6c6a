"use client";

import { ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from "recharts";
import { type Axis, linearScale, spreadLabels } from "#lib/client/chart-scale";
import { writeValue } from "#lib/client/value-format";
import { type MultiLine, styleAt } from "./multi-line.ts";
import type { Geometry } from "./plot-geometry.ts";
import { PlotGrid } from "./plot-grid.tsx";
import { WindowAxis } from "./window-axis.tsx";

export type MultiLinePlotProps = {
  chart: MultiLine;
  /** Indexes of the lines that are shown: a hidden line keeps the others' colours as they are. */
  shown: readonly number[];
  axis: Axis;
  geometry: Geometry;
  selected: number | null;
};

const DOTS_UP_TO = 20;
const labels = 700;

export default function MultiLinePlot({ chart, shown, axis, geometry: g, selected }: MultiLinePlotProps) {
  const y = linearScale([axis.low, axis.high], [g.floor, g.top]);
  const band = (g.right - g.left) / Math.max(1, chart.windows.length);
  const data = chart.windows.map((_, at) => ({
    x: at + 0.5,
    ...Object.fromEntries(shown.map((line) => [`line${line}`, chart.lines[line]?.values[at] ?? null])),
  }));
  const ends = shown.flatMap((line) => {
    const last = chart.lines[line]?.values.findLast((value) => value !== null);
    return last == null ? [] : [{ line, at: y(last) }];
  });
  const places = spreadLabels(
    ends.map((end) => end.at),
    15,
    g.top + 4,
    g.floor,
  );
  return (
    <ComposedChart
      width={g.width}
      height={g.height}
      data={data}
      margin={{ top: g.top, right: g.width - g.right, bottom: g.height - g.base, left: g.left }}
      accessibilityLayer={false}
      style={{ overflow: "visible", cursor: "pointer" }}
    >
      {selected === null ? null : (
        <rect
          x={g.left + selected * band}
          y={g.top}
          width={Math.max(2, band)}
          height={g.base - g.top}
          fill="var(--accent)"
          opacity={0.11}
        />
      )}
      <PlotGrid axis={axis} geometry={g} format={chart.format} />
      {(chart.limits ?? []).map((limit) => (
        <g key={`${limit.kind} ${limit.value}`}>
          <path
            d={`M${g.left} ${y(limit.value)}H${g.right}`}
            stroke={limit.kind === "warning" ? "var(--warning)" : limit.kind === "target" ? "var(--ink-muted)" : "var(--critical)"}
            strokeWidth={1.25}
            strokeDasharray={limit.kind === "target" ? "4 3" : undefined}
          />
          <text x={g.left + 4} y={y(limit.value) - 5} fontSize={11} fill="var(--ink-muted)" className="chart-halo">
            {limit.label ?? "limit"} {writeValue(limit.value, chart.format)}
          </text>
        </g>
      ))}
      <WindowAxis
        starts={chart.windows.map((window) => window.start)}
        step={chart.step}
        timeZone={chart.timeZone}
        selected={selected}
        geometry={g}
      />
      <XAxis dataKey="x" type="number" domain={[0, chart.windows.length]} hide />
      <YAxis domain={[axis.low, axis.high]} hide />
      {shown.map((line) => {
        const style = styleAt(line);
        return (
          <Line
            key={line}
            dataKey={`line${line}`}
            stroke={style.color}
            strokeWidth={2}
            strokeDasharray={style.dash}
            strokeLinejoin="round"
            dot={
              chart.windows.length <= DOTS_UP_TO
                ? {
                    r: 2.75,
                    fill: line < 4 ? style.color : "var(--surface)",
                    stroke: line < 4 ? "var(--surface)" : style.color,
                    strokeDasharray: "0",
                  }
                : false
            }
            activeDot={false}
            isAnimationActive={false}
          />
        );
      })}
      <ZIndexLayer zIndex={labels}>
        {g.roomy
          ? ends.map((end, at) => (
              <g key={end.line} transform={`translate(${g.right + 8} ${places[at] ?? end.at})`}>
                <path d="M0 0H12" stroke={styleAt(end.line).color} strokeWidth={2} strokeDasharray={styleAt(end.line).dash} />
                <text x={16} y={4} fontSize={11} fill="var(--ink-muted)">
                  {short(chart.lines[end.line]?.label ?? "")}
                </text>
              </g>
            ))
          : null}
      </ZIndexLayer>
    </ComposedChart>
  );
}

const short = (text: string) => (text.length > 19 ? `${text.slice(0, 18)}…` : text);
