import clsx from "clsx";
import type { ComponentProps } from "react";
import { fieldStyle } from "./control-style.ts";
import { type FieldWords, FormField } from "./form-field.tsx";

type Props = Omit<ComponentProps<"input">, "className" | "id" | "type"> & FieldWords & { unit?: string };

/** A number with its unit at the right end. Arrow keys step it; the wheel does not change it unasked. */
export function NumberField({ label, help, error, hideLabel, className, unit, step = "any", ...rest }: Props) {
  return (
    <FormField
      label={
        unit ? (
          <>
            {label} <span className="sr-only">in {unit}</span>
          </>
        ) : (
          label
        )
      }
      help={help}
      error={error}
      hideLabel={hideLabel}
      className={className}
    >
      {(wiring) => (
        <span className="relative block">
          <input
            inputMode="decimal"
            autoComplete="off"
            step={step}
            {...rest}
            {...wiring}
            type="number"
            className={clsx(
              fieldStyle,
              "num h-10 pl-2.5 lg:h-8 [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none",
              unit ? "pr-16" : "pr-2.5",
            )}
          />
          {unit ? (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute inset-y-0 right-2.5 flex max-w-14 items-center truncate text-ink-faint"
            >
              {unit}
            </span>
          ) : null}
        </span>
      )}
    </FormField>
  );
}
