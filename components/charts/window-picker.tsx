"use client";

import type { KeyboardEvent, PointerEvent, ReactNode } from "react";

type Props = {
  /** Names what is moved through: "Window of ROC AUC". */
  label: string;
  count: number;
  selected: number | null;
  /** The figures of the selected window, read aloud as it moves. */
  valueText: string;
  /** Pixels left and right of the plot inside this element. */
  left: number;
  right: number;
  onSelect: (index: number) => void;
  onHover: (index: number | null) => void;
  children: ReactNode;
};

/** A chart of windows works like a slider: arrows move, a click chooses, the pointer only reads. */
export function WindowPicker({ label, count, selected, valueText, left, right, onSelect, onHover, children }: Props) {
  const indexAt = (event: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left - left) / (box.width - left - right);
    return share < 0 || share >= 1 ? null : Math.floor(share * count);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const here = selected ?? count - 1;
    const target = { ArrowLeft: here - 1, ArrowDown: here - 1, ArrowRight: here + 1, ArrowUp: here + 1, Home: 0, End: count - 1 }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    onSelect(Math.min(count - 1, Math.max(0, target)));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={(selected ?? count - 1) + 1}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const index = indexAt(event);
        if (index !== null) onSelect(index);
      }}
      onPointerMove={(event) => {
        if (event.pointerType === "mouse") onHover(indexAt(event));
      }}
      onPointerLeave={() => onHover(null)}
      className="rounded-control"
    >
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
