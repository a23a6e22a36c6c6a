"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { SkeletonBlock } from "#components/ui/skeleton-block";
import { type Axis, axisFor, fittingWindows } from "#lib/client/chart-scale";
import { writeTick, writeValue } from "#lib/client/value-format";
import { Legend, type LegendItem } from "./legend.tsx";
import { LimitHandle } from "./limit-handle.tsx";
import { geometryOf } from "./plot-geometry.ts";
import { Readout } from "./readout.tsx";
import { useSelectInUrl } from "./select-in-url.ts";
import { readoutText, type TimeSeries } from "./time-series.ts";
import { useWidth } from "./use-width.ts";
import { WindowPicker } from "./window-picker.tsx";

export type { Deployment, Episode, IncidentSpan, Limit, Reference, TimeSeries, TimeSeriesPoint, WindowStatus } from "./time-series.ts";

const Plot = dynamic(() => import("./time-series-plot.tsx"), { ssr: false });

type Props = {
  series: TimeSeries;
  /** Start of the selected window; without it the last one with a value. */
  selected?: string | null;
  /** Name of the URL parameter that a choice is written to: the server lays the page anew for it. */
  selectParam?: string;
  onSelect?: (start: string) => void;
  /** Makes the critical and warning limits handles that can be dragged. */
  onLimitChange?: (kind: "critical" | "warning", value: number) => void;
  /** Lower, for a place beside other things. */
  small?: boolean;
  /** Words for the interval: "95 % interval". */
  interval?: string;
};

/** A series over windows with its limits, its volume and what happened; the selected window is read above it. */
export function TimeSeriesChart({
  series,
  selected,
  selectParam,
  onSelect,
  onLimitChange,
  small = false,
  interval = "95\u202f% interval",
}: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const writeUrl = useSelectInUrl(selectParam);
  const lastKnown = series.points.findLast((point) => point.value !== null)?.start ?? series.points.at(-1)?.start ?? null;
  const [chosen, setChosen] = useState(selected ?? lastKnown);
  const [hovered, setHovered] = useState<number | null>(null);

  const wide = width || 960;
  const fits = fittingWindows(series.points.length, wide);
  const chosenAt = series.points.findIndex((point) => point.start === chosen);
  const first = Math.max(0, Math.min(series.points.length - fits, chosenAt < 0 ? Number.POSITIVE_INFINITY : chosenAt));
  const points = series.points.slice(first, first + fits);
  const current = chosenAt < 0 ? null : chosenAt - first;

  const [heldAxis, setHeldAxis] = useState<Axis | null>(null);
  const freeAxis = axisFor(
    [
      ...points.flatMap((point) => [point.value, point.low, point.high, point.estimate]),
      ...(series.limits ?? []).map((limit) => limit.value),
      series.reference?.mean,
    ],
    series.bounds,
  );
  const axis = heldAxis ?? freeAxis;
  const has = {
    lane:
      (series.deployments?.length ?? 0) + (series.incidents?.length ?? 0) > 0 ||
      (series.episodes?.some((episode) => episode.label) ?? false),
    volume: series.volume !== undefined,
    small,
  };
  const characters = axis ? Math.max(...axis.ticks.map((tick) => writeTick(tick, axis.step, series.format).length)) : 3;
  const geometry = geometryOf(wide, has, characters);
  const chosenPoint = points[current ?? -1];
  const read = points[hovered ?? -1] ?? chosenPoint;

  const select = (index: number) => {
    const point = points[index];
    if (!point) return;
    setChosen(point.start);
    onSelect?.(point.start);
    writeUrl(point.start);
  };

  if (!axis || points.length === 0) return <p className="py-4 text-ink-muted">No window of {series.name} has a value yet.</p>;
  return (
    <div>
      <Readout point={read} series={series} />
      <div ref={ref} className="relative mt-3">
        <WindowPicker
          label={`Window of ${series.name}`}
          count={points.length}
          selected={current}
          valueText={chosenPoint ? readoutText(chosenPoint, series) : "none"}
          left={geometry.left}
          right={geometry.width - geometry.right}
          onSelect={select}
          onHover={setHovered}
        >
          <div style={{ height: geometry.height }}>
            {width > 0 ? (
              <Plot
                series={series}
                points={points}
                axis={axis}
                geometry={geometry}
                selected={current}
                handles={onLimitChange !== undefined}
              />
            ) : (
              <SkeletonBlock height={geometry.height} label={`Drawing ${series.name}`} />
            )}
          </div>
        </WindowPicker>
        {onLimitChange && width > 0
          ? (series.limits ?? []).map((limit) =>
              limit.kind === "target" ? null : (
                <LimitHandle
                  key={limit.kind + limit.bound}
                  kind={limit.kind}
                  value={limit.value}
                  text={writeValue(limit.value, series.format, series.unit)}
                  axis={axis}
                  geometry={geometry}
                  onChange={(value) => onLimitChange(limit.kind === "warning" ? "warning" : "critical", value)}
                  onHold={(held) => setHeldAxis(held ? axis : null)}
                />
              ),
            )
          : null}
      </div>
      <Legend items={legendOf(series, interval)} />
    </div>
  );
}

function legendOf(series: TimeSeries, interval: string): LegendItem[] {
  const items: LegendItem[] = [];
  const some = (test: (point: TimeSeries["points"][number]) => boolean) => series.points.some(test);
  if (some((point) => point.value !== null))
    items.push({ sign: "observed", label: some((point) => point.low != null) ? `observed, ${interval}` : "observed" });
  if (some((point) => point.estimate != null)) items.push({ sign: "estimate", label: "estimated, no labels" });
  if (series.reference?.low != null) items.push({ sign: "band", label: "reference mean ± 3 sd" });
  const kinds = new Set(series.limits?.map((limit) => limit.kind));
  if (kinds.has("critical")) items.push({ sign: "limit", label: kinds.has("warning") ? "critical limit" : "limit" });
  if (kinds.has("warning")) items.push({ sign: "warning", label: kinds.has("critical") ? "warning limit" : "limit" });
  const target = series.limits?.find((limit) => limit.kind === "target");
  if (target) items.push({ sign: "target", label: target.label ?? "target" });
  if (series.episodes?.length) items.push({ sign: "episode", label: "episode" });
  if (some((point) => point.status === "pending")) items.push({ sign: "pending", label: "labels pending" });
  else if (some((point) => point.status === "no_data" || point.partial === true)) items.push({ sign: "pending", label: "data missing" });
  return items;
}
