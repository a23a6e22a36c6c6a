import { useId } from "react";

type Props = {
  label: string;
  hideLabel?: boolean;
  name?: string;
  options: readonly { value: string; label: string }[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  disabled?: boolean;
};

/** One of two to five short choices, all in sight. Radio buttons underneath: arrow keys move, forms read it. */
export function SegmentedControl({ label, hideLabel = false, name, options, value, defaultValue, onChange, disabled }: Props) {
  const id = useId();
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className={hideLabel ? "sr-only" : "mb-1 block text-small text-ink-muted"}>{label}</legend>
      <div className="flex rounded-control border border-line-control bg-surface-raised p-0.5 has-disabled:opacity-55">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex h-8.5 flex-1 cursor-pointer items-center justify-center rounded-inner px-2 text-center text-small whitespace-nowrap text-ink-muted has-checked:bg-surface-active has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent lg:h-6.5"
          >
            <input
              type="radio"
              name={name ?? id}
              value={option.value}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={value === undefined ? defaultValue === option.value : undefined}
              onChange={onChange ? (event) => onChange(event.target.value) : undefined}
              readOnly={value !== undefined && !onChange}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
