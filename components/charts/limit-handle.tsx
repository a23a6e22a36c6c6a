"use client";

import clsx from "clsx";
import { GripVertical } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { type Axis, linearScale } from "#lib/client/chart-scale";
import { writeTick } from "#lib/client/value-format";
import type { Geometry } from "./plot-geometry.ts";

type Props = {
  kind: "critical" | "warning";
  value: number;
  /** As it is read aloud: "30.0 bikes". */
  text: string;
  axis: Axis;
  geometry: Geometry;
  onChange: (value: number) => void;
  /** The axis must not move under the hand. */
  onHold: (held: boolean) => void;
};

const tone = { critical: "border-critical text-critical", warning: "border-warning text-warning" } as const;

/** A limit that can be dragged; with arrow keys it moves by a tenth of a tick. */
export function LimitHandle({ kind, value, text, axis, geometry: g, onChange, onHold }: Props) {
  const y = linearScale([axis.low, axis.high], [g.floor, g.top]);
  const valueAt = linearScale([g.floor, g.top], [axis.low, axis.high]);
  const grain = axis.step / 20;
  const set = (next: number) => {
    const rounded = Number((Math.round(next / grain) * grain).toPrecision(12));
    onChange(Math.min(axis.high, Math.max(axis.low, rounded)));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const top = event.currentTarget.parentElement?.getBoundingClientRect().top ?? 0;
    set(valueAt(event.clientY - top));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: 2, ArrowRight: 2, ArrowDown: -2, ArrowLeft: -2, PageUp: 20, PageDown: -20 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(value + by * grain);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`${kind} limit`}
      aria-orientation="vertical"
      aria-valuemin={axis.low}
      aria-valuemax={axis.high}
      aria-valuenow={value}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onHold(true);
      }}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => onHold(false)}
      style={{ top: y(value), left: g.roomy ? g.right + 4 : undefined, right: g.roomy ? undefined : 0 }}
      className={clsx(
        "num absolute flex h-6 whitespace-nowrap -translate-y-1/2 cursor-ns-resize touch-none items-center gap-1 rounded-inner border bg-surface-raised pr-2 pl-1 text-small font-medium select-none max-lg:h-8",
        tone[kind],
      )}
    >
      <GripVertical aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
      {kind} {writeTick(value, grain)}
    </div>
  );
}
