import type { Axis } from "#lib/client/chart-scale";
import { linearScale, positionAt } from "#lib/client/chart-scale";
import type { Geometry } from "./plot-geometry.ts";
import { PlotGrid } from "./plot-grid.tsx";
import type { TimeSeries, TimeSeriesPoint } from "./time-series.ts";

type Props = {
  series: TimeSeries;
  points: readonly TimeSeriesPoint[];
  axis: Axis;
  geometry: Geometry;
  selected: number | null;
  hatchId: string;
};

const isUnknown = (point: TimeSeriesPoint) => point.status === "pending" || point.status === "no_data" || point.partial === true;

/** What lies under the lines: band, grid, selected window, episodes, hatched windows, mean. */
export function PlotGround({ series, points, axis, geometry: g, selected, hatchId }: Props) {
  const y = linearScale([axis.low, axis.high], [g.floor, g.top]);
  const x = linearScale([0, points.length], [g.left, g.right]);
  const band = (g.right - g.left) / points.length;
  const { reference, episodes = [] } = series;
  const referenceEnd = reference?.to ? positionAt(reference.to, points) : null;
  const within = (value: number) => Math.min(axis.high, Math.max(axis.low, value));
  return (
    <g>
      {reference?.low != null && reference.high != null ? (
        <rect
          x={g.left}
          y={y(within(reference.high))}
          width={g.right - g.left}
          height={Math.max(0, y(within(reference.low)) - y(within(reference.high)))}
          fill="var(--chart-band)"
        />
      ) : null}
      {episodes.map((episode) => {
        const from = positionAt(episode.from, points) ?? 0;
        const to = episode.to === null ? points.length : (positionAt(episode.to, points) ?? points.length);
        return (
          <g key={episode.from}>
            <rect
              x={x(from)}
              y={g.top}
              width={Math.max(1, x(to) - x(from))}
              height={g.floor - g.top}
              fill={episode.severity === "critical" ? "var(--critical-soft)" : "var(--warning-soft)"}
            />
            {episode.label ? (
              <text
                x={(x(from) + x(to)) / 2}
                y={g.top - 8}
                textAnchor="middle"
                fontSize={11}
                fill={episode.severity === "critical" ? "var(--critical)" : "var(--warning)"}
              >
                {episode.label}
              </text>
            ) : null}
          </g>
        );
      })}
      {selected === null ? null : (
        <rect x={x(selected)} y={g.top} width={Math.max(2, band)} height={g.base - g.top} fill="var(--accent)" opacity={0.11} />
      )}
      <PlotGrid axis={axis} geometry={g} format={series.format} />
      {points.map((point, index) =>
        isUnknown(point) ? (
          <g key={point.start}>
            <rect x={x(index)} y={g.top} width={band} height={g.floor - g.top} fill="var(--surface)" />
            <rect x={x(index)} y={g.top} width={band} height={g.floor - g.top} fill={`url(#${hatchId})`} opacity={0.45} />
          </g>
        ) : null,
      )}
      {reference?.mean != null ? <path d={`M${g.left} ${y(reference.mean)}H${g.right}`} stroke="var(--chart-reference)" /> : null}
      {referenceEnd !== null && referenceEnd > 0 ? (
        <>
          <path d={`M${x(referenceEnd)} ${g.top}V${g.base}`} stroke="var(--line-strong)" strokeDasharray="2 3" />
          <text x={g.left + 6} y={g.top + 14} fontSize={11} fill="var(--ink-faint)" className="chart-halo">
            Reference
          </text>
        </>
      ) : null}
    </g>
  );
}
