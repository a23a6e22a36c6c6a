"use client";

import { ChevronDown } from "lucide-react";
import { controlStyle } from "./control-style.ts";
import type { SelectOption } from "./select.tsx";

type Props = {
  /** The quiet key before the value: "Version". */
  label: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
};

/** A quiet choice in the row of controls above content: key, value, chevron. */
export function ControlSelect({ label, value, options, onChange }: Props) {
  const current = options.find((option) => option.value === value)?.label ?? value;
  return (
    <label className={`${controlStyle} relative focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent`}>
      <span className="text-ink-faint">{label}</span>
      <span aria-hidden="true">{current}</span>
      <ChevronDown aria-hidden="true" strokeWidth={1.75} className="size-3.5 text-ink-faint" />
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="absolute inset-0 cursor-pointer appearance-none bg-transparent text-transparent opacity-0"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
