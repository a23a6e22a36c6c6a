import clsx from "clsx";
import { type ReactNode, useId } from "react";

/** What every field says about itself. */
export type FieldWords = {
  label: ReactNode;
  /** One sentence below the field. */
  help?: ReactNode;
  /** What is wrong and what to do; shown with a mark and read with the field. */
  error?: string | null;
  /** The label is read aloud but not shown: only where the place already says it. */
  hideLabel?: boolean;
  className?: string;
};

/** Spread on the control: ties it to label, help and error. */
export type FieldWiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Label, control, help and error in one column. */
export function FormField({
  label,
  help,
  error,
  hideLabel = false,
  className,
  children,
}: FieldWords & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId();
  const describedBy = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const wiring: FieldWiring = { id };
  if (describedBy) wiring["aria-describedby"] = describedBy;
  if (error) wiring["aria-invalid"] = true;
  return (
    <div className={clsx("min-w-0", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1 block text-small text-ink-muted"}>
        {label}
      </label>
      {children(wiring)}
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-small text-critical">
          <span aria-hidden="true">! </span>
          {error}
        </p>
      ) : null}
      {help ? (
        <p id={`${id}-help`} className="mt-1 text-small text-ink-faint">
          {help}
        </p>
      ) : null}
    </div>
  );
}
