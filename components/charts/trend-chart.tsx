"use client";

import { axisFor, labelledWindows, linearScale, linePath } from "#lib/client/chart-scale";
import { axisLabels, monthYear } from "#lib/client/format";
import { type ValueFormat, writeValue } from "#lib/client/value-format";
import type { WindowStatus } from "./time-series.ts";
import { useWidth } from "./use-width.ts";

export type TrendPoint = { start: string; value: number | null; status: WindowStatus };

type Props = {
  /** Read aloud: "High-value homes are ranked first: 70 of 100 in March 2022, target 75". */
  label: string;
  points: readonly TrendPoint[];
  target?: number | null;
  format?: ValueFormat;
  step: "month" | "day" | "hour";
  timeZone: string;
};

const HEIGHT = 104;
const BASE = 84;
const TARGET_ROOM = 84;
const DOTS_UP_TO = 20;
/** Until it is measured, and on paper. */
const USUAL_WIDTH = 440;

/** One figure over time against its target, for a row of a page. */
export function TrendChart({ label, points, target = null, format = "metric", step, timeZone }: Props) {
  const [ref, measured] = useWidth<HTMLDivElement>();
  const width = measured || USUAL_WIDTH;
  const axis = axisFor([...points.map((point) => point.value), target]);
  if (!axis) return <p className="text-ink-muted">No value yet.</p>;
  const right = width - (target === null ? 12 : TARGET_ROOM);
  const values = [...points.map((point) => point.value), target].filter((value) => value !== null);
  const y = linearScale([Math.min(...values), Math.max(...values)], [BASE - 12, 8]);
  const x = linearScale([0, Math.max(1, points.length - 1)], [4, right - 4]);
  const places = points.map((point, at) => (point.value === null ? null : { x: x(at), y: y(point.value) }));
  const last = points.findLastIndex((point) => point.value !== null);
  const shown = labelledWindows(points.length, right, 88);
  const labels = axisLabels(
    shown.map((at) => points[at]?.start ?? ""),
    step,
    timeZone,
  );
  const lastShown = shown.at(-1);
  return (
    <div ref={ref} role="img" aria-label={label}>
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        fill="none"
        aria-hidden="true"
        className="block max-w-full overflow-visible"
      >
        {target === null ? null : (
          <>
            <path d={`M0 ${y(target)}H${right}`} stroke="var(--ink-muted)" strokeDasharray="3 3" />
            <text x={right + 6} y={y(target) + 4} fontSize={11} fill="var(--ink-muted)">
              target {writeValue(target, format)}
            </text>
          </>
        )}
        <path d={`M0 ${BASE}H${right}`} stroke="var(--line)" />
        <path d={linePath(places)} stroke="var(--chart-observed)" strokeWidth={1.75} strokeLinejoin="round" />
        {points.map((point, at) => {
          const place = places[at];
          if (!place || (at !== last && points.length > DOTS_UP_TO)) return null;
          const breached = point.status === "critical" || point.status === "warning";
          return (
            <circle
              key={point.start}
              cx={place.x}
              cy={place.y}
              r={at === last ? 4 : 2.5}
              fill={point.status === "critical" ? "var(--critical)" : breached ? "var(--warning)" : "var(--chart-observed)"}
              stroke="var(--surface)"
            />
          );
        })}
        {shown.map((at, index) => (
          <text
            key={points[at]?.start}
            x={at === 0 ? 0 : at === points.length - 1 ? right : x(at)}
            y={BASE + 16}
            textAnchor={at === 0 ? "start" : at === points.length - 1 ? "end" : "middle"}
            fontSize={11}
            fill="var(--ink-faint)"
          >
            {step === "month" && (index === 0 || at === lastShown) ? monthYear(points[at]?.start, timeZone) : labels[index]}
          </text>
        ))}
      </svg>
    </div>
  );
}
