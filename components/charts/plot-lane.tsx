import { linearScale, positionAt } from "#lib/client/chart-scale";
import type { Geometry } from "./plot-geometry.ts";
import type { TimeSeries, TimeSeriesPoint } from "./time-series.ts";

const PIXELS_PER_CHARACTER = 6.2;

/** The lane above the plot: flags are deployments, tinted bars past incidents, filled bars open ones. */
export function PlotLane({ series, points, geometry: g }: { series: TimeSeries; points: readonly TimeSeriesPoint[]; geometry: Geometry }) {
  const x = linearScale([0, points.length], [g.left, g.right]);
  const lane = g.top - 25;
  const first = points[0]?.start ?? "";
  const flags = (series.deployments ?? [])
    .map((deployment) => ({ ...deployment, x: x(positionAt(deployment.at, points) ?? 0) }))
    .filter((flag) => flag.x < g.right);
  // Of several before the first window only the one still in force is drawn.
  const inForce = flags.findLastIndex((flag) => Date.parse(flag.at) <= Date.parse(first));
  const drawn = flags.slice(Math.max(0, inForce));
  const endOf = (flag: { x: number; label: string }) => flag.x + 15 + flag.label.length * PIXELS_PER_CHARACTER;
  return (
    <g>
      {drawn.map((flag) => (
        <g key={flag.at + flag.label}>
          <path d={`M${flag.x} ${lane + 13}V${g.base}`} stroke="var(--ink-faint)" opacity={0.35} />
          <path d={`M${flag.x} ${lane + 1}l8 5-8 5z`} fill="var(--ink-muted)" />
          <text x={flag.x + 11} y={lane + 10} fontSize={11} fill="var(--ink-muted)">
            {flag.label}
          </text>
        </g>
      ))}
      {(series.incidents ?? []).map((incident) => {
        const from = x(positionAt(incident.from, points) ?? 0);
        const to = incident.to === null ? g.right : x(positionAt(incident.to, points) ?? points.length);
        if (to <= g.left) return null;
        const open = incident.to === null;
        const text = open ? `${incident.label} open` : incident.label;
        const least = text.length * PIXELS_PER_CHARACTER + 8;
        // A bar that begins on a flag begins behind its label.
        const free = Math.max(from, ...drawn.filter((flag) => flag.x <= from && endOf(flag) > from).map(endOf));
        const right = Math.min(g.right, Math.max(to, free + least));
        const left = Math.max(g.left, Math.min(free, right - least));
        const soft = incident.severity === "critical" ? "var(--critical-soft)" : "var(--warning-soft)";
        const strong = incident.severity === "critical" ? "var(--critical)" : "var(--warning)";
        return (
          <g key={incident.from + incident.label}>
            <rect x={left} y={lane} width={right - left} height={15} rx={3} fill={open ? strong : soft} />
            <text
              x={(left + right) / 2}
              y={lane + 11}
              textAnchor="middle"
              fontSize={11}
              fontWeight={500}
              fill={open ? "var(--surface-raised)" : strong}
            >
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
