"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";

type Props = {
  label: ReactNode;
  help?: ReactNode;
  name?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: (checked: boolean) => void;
  disabled?: boolean;
};

/** On or off, at once. The knob's place tells the state, not its colour alone. */
export function Switch({ label, help, onChange, ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <span className="min-w-0">
        <span id={`${id}-label`} className="block">
          {label}
        </span>
        {help ? (
          <span id={`${id}-help`} className="block text-small text-ink-faint">
            {help}
          </span>
        ) : null}
      </span>
      <Base.Root
        {...rest}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-label`}
        aria-describedby={help ? `${id}-help` : undefined}
        className="group relative mt-0.5 h-5 w-9 shrink-0 cursor-pointer rounded-full border border-line-control bg-surface-active transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:opacity-55 max-lg:h-6 max-lg:w-11"
      >
        <Base.Thumb className="absolute top-0.75 left-0.75 size-3 rounded-full bg-ink-faint transition-transform data-checked:translate-x-4 data-checked:bg-ink-on-accent max-lg:size-4 max-lg:data-checked:translate-x-5" />
      </Base.Root>
    </div>
  );
}
