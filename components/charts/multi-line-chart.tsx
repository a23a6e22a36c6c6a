"use client";

import clsx from "clsx";
import dynamic from "next/dynamic";
import { useState } from "react";
import { SkeletonBlock } from "#components/ui/skeleton-block";
import { axisFor } from "#lib/client/chart-scale";
import { writeTick, writeValue } from "#lib/client/value-format";
import { MOST_LINES, type MultiLine, styleAt } from "./multi-line.ts";
import { geometryOf } from "./plot-geometry.ts";
import { useSelectInUrl } from "./select-in-url.ts";
import { useWidth } from "./use-width.ts";
import { WindowPicker } from "./window-picker.tsx";

export type { LineSeries, MultiLine } from "./multi-line.ts";

const Plot = dynamic(() => import("./multi-line-plot.tsx"), { ssr: false });

type Props = { chart: MultiLine; selected?: string | null; selectParam?: string; onSelect?: (start: string) => void };

/** Up to eight series on one axis. The entries of the legend show and hide their line and carry its value. */
export function MultiLineChart({ chart, selected, selectParam, onSelect }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const writeUrl = useSelectInUrl(selectParam);
  const [chosen, setChosen] = useState(selected ?? chart.windows.at(-1)?.start ?? null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  const lines = chart.lines.slice(0, MOST_LINES);
  const shown = lines.flatMap((line, at) => (hidden.has(line.key) ? [] : [at]));
  const axis = axisFor([...lines.flatMap((line) => line.values), ...(chart.limits ?? []).map((limit) => limit.value)], chart.bounds);
  const chosenAt = chart.windows.findIndex((window) => window.start === chosen);
  const current = chosenAt < 0 ? null : chosenAt;
  const readAt = hovered ?? current;
  const write = (value: number | null | undefined) => writeValue(value ?? null, chart.format, chart.unit);
  if (!axis || chart.windows.length === 0) return <p className="py-4 text-ink-muted">No window of {chart.name} has a value yet.</p>;

  const geometry = geometryOf(
    width || 960,
    { lane: false, volume: false, small: true },
    Math.max(...axis.ticks.map((tick) => writeTick(tick, axis.step, chart.format).length)),
  );
  const words = (at: number | null) =>
    at === null
      ? "none"
      : `${chart.windows[at]?.label ?? ""}: ${shown.map((line) => `${lines[line]?.label} ${write(lines[line]?.values[at])}`).join(", ")}`;
  const select = (index: number) => {
    const window = chart.windows[index];
    if (!window) return;
    setChosen(window.start);
    onSelect?.(window.start);
    writeUrl(window.start);
  };
  const toggle = (key: string) =>
    setHidden((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  return (
    <div>
      <p className="num mt-1 min-h-5 font-medium">{readAt === null ? "" : chart.windows[readAt]?.label}</p>
      <div ref={ref} className="mt-3">
        <WindowPicker
          label={`Window of ${chart.name}`}
          count={chart.windows.length}
          selected={current}
          valueText={words(current)}
          left={geometry.left}
          right={geometry.width - geometry.right}
          onSelect={select}
          onHover={setHovered}
        >
          <div style={{ height: geometry.height }}>
            {width > 0 ? (
              <Plot chart={{ ...chart, lines }} shown={shown} axis={axis} geometry={geometry} selected={current} />
            ) : (
              <SkeletonBlock height={geometry.height} label={`Drawing ${chart.name}`} />
            )}
          </div>
        </WindowPicker>
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-1 text-small text-ink-muted">
        {lines.map((line, at) => (
          <li key={line.key}>
            <button
              type="button"
              aria-pressed={!hidden.has(line.key)}
              onClick={() => toggle(line.key)}
              className={clsx(
                "inline-flex min-h-8 items-center gap-1.5 rounded-control px-1.5 whitespace-nowrap hover:bg-surface-hover",
                hidden.has(line.key) && "text-ink-faint line-through",
              )}
            >
              <svg width="20" height="12" aria-hidden="true" fill="none">
                <path
                  d="M0 6H20"
                  stroke={hidden.has(line.key) ? "var(--line-strong)" : styleAt(at).color}
                  strokeWidth="2"
                  strokeDasharray={styleAt(at).dash}
                />
              </svg>
              {line.label}
              {readAt === null || hidden.has(line.key) ? null : <span className="num text-ink">{write(line.values[readAt])}</span>}
            </button>
          </li>
        ))}
      </ul>
      {chart.lines.length > MOST_LINES ? (
        <p className="text-small text-ink-faint">
          The first {MOST_LINES} of {chart.lines.length} are drawn; all are in the table.
        </p>
      ) : null}
    </div>
  );
}
