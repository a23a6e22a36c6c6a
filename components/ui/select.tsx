import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { fieldStyle } from "./control-style.ts";
import { type FieldWords, FormField } from "./form-field.tsx";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type Props = Omit<ComponentProps<"select">, "className" | "id" | "children" | "multiple"> &
  FieldWords & { options: readonly SelectOption[] };

/** One of several. The browser's own list: it works with a keyboard, a reader and a thumb. */
export function Select({ label, help, error, hideLabel, className, options, ...rest }: Props) {
  return (
    <FormField label={label} help={help} error={error} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <span className="relative block">
          <select {...rest} {...wiring} className={clsx(fieldStyle, "h-10 appearance-none truncate pr-8 pl-2.5 lg:h-8")}>
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            strokeWidth={1.75}
            className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-ink-faint"
          />
        </span>
      )}
    </FormField>
  );
}
