import clsx from "clsx";
import type { ComponentProps } from "react";
import { fieldStyle } from "./control-style.ts";
import { type FieldWords, FormField } from "./form-field.tsx";

type Props = Omit<ComponentProps<"input">, "className" | "id"> & FieldWords & { code?: boolean };

/** One line of text. `code` sets it in the code face (ids, queries). */
export function TextField({ label, help, error, hideLabel, className, code = false, ...rest }: Props) {
  return (
    <FormField label={label} help={help} error={error} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...wiring}
          className={clsx(fieldStyle, "h-10 px-2.5 lg:h-8", code && "font-mono text-small")}
        />
      )}
    </FormField>
  );
}
