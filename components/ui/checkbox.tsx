import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "id"> & { label: ReactNode; help?: ReactNode; hideLabel?: boolean };

export function Checkbox({ label, help, hideLabel = false, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className={clsx("flex items-start gap-2", className)}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={help ? `${id}-help` : undefined}
        className="my-0.5 size-4 shrink-0 accent-accent max-lg:size-5"
      />
      <span className={hideLabel ? "sr-only" : "min-w-0"}>
        <label htmlFor={id} className="block">
          {label}
        </label>
        {help ? (
          <span id={`${id}-help`} className="block text-small text-ink-faint">
            {help}
          </span>
        ) : null}
      </span>
    </div>
  );
}
