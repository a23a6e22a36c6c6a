type Props = {
  label: string;
  value: number;
  max: number;
  /** The figures in words: "112 of 200". */
  text: string;
  /** One sentence below: when the end is reached. */
  note?: string;
};

/** How far something is: labels towards a minimum, rows of an upload. */
export function ProgressBar({ label, value, max, text, note }: Props) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div>
      <div className="flex justify-between gap-4 text-small text-ink-muted">
        <span>{label}</span>
        <span className="num">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={text}
        className="mt-1.5 h-1.5 overflow-hidden rounded-mark bg-surface-active"
      >
        <div className="h-full bg-unknown" style={{ width: `${share}%` }} />
      </div>
      {note ? <p className="mt-2 text-small text-ink-faint">{note}</p> : null}
    </div>
  );
}
