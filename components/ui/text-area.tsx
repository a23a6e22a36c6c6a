import clsx from "clsx";
import type { ComponentProps } from "react";
import { fieldStyle } from "./control-style.ts";
import { type FieldWords, FormField } from "./form-field.tsx";

type Props = Omit<ComponentProps<"textarea">, "className" | "id"> & FieldWords & { code?: boolean };

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ label, help, error, hideLabel, className, code = false, rows = 4, ...rest }: Props) {
  return (
    <FormField label={label} help={help} error={error} hideLabel={hideLabel} className={className}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          rows={rows}
          // The size follows the content, which would make an empty one a single line.
          style={{ minHeight: rows * 20 + 14 }}
          className={clsx(fieldStyle, "block field-sizing-content max-h-96 px-2.5 py-1.5", code && "font-mono text-small")}
        />
      )}
    </FormField>
  );
}
