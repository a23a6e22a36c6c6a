import clsx from "clsx";

/** What can be said of a value against its limits. Unknown is a verdict of its own: neither green nor red. */
export type VerdictKind = "ok" | "warning" | "critical" | "not_enough_data" | "no_data" | "pending";

const marks: Record<VerdictKind, { word: string; tone: string; path: string }> = {
  ok: { word: "Healthy", tone: "text-ok", path: "M22 12a10 10 0 1 1-20 0a10 10 0 1 1 20 0M16 9l-5.5 5.5L8 12" },
  warning: {
    word: "Warning",
    tone: "text-warning",
    path: "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01",
  },
  critical: {
    word: "Critical",
    tone: "text-critical",
    path: "M12 16h.01M12 8v4M15.312 2a2 2 0 0 1 1.414.586l4.688 4.688A2 2 0 0 1 22 8.688v6.624a2 2 0 0 1-.586 1.414l-4.688 4.688a2 2 0 0 1-1.414.586H8.688a2 2 0 0 1-1.414-.586l-4.688-4.688A2 2 0 0 1 2 15.312V8.688a2 2 0 0 1 .586-1.414l4.688-4.688A2 2 0 0 1 8.688 2z",
  },
  not_enough_data: {
    word: "Not enough data",
    tone: "text-unknown",
    path: "M10.1 2.182a10 10 0 0 1 3.8 0M13.9 21.818a10 10 0 0 1-3.8 0M17.609 3.721a10 10 0 0 1 2.69 2.7M2.182 13.9a10 10 0 0 1 0-3.8M20.279 17.609a10 10 0 0 1-2.7 2.69M21.818 10.1a10 10 0 0 1 0 3.8M3.721 6.391a10 10 0 0 1 2.7-2.69M6.391 20.279a10 10 0 0 1-2.69-2.7",
  },
  no_data: { word: "No data", tone: "text-unknown", path: "M22 12a10 10 0 1 1-20 0a10 10 0 1 1 20 0M9 15l6-6" },
  pending: { word: "Pending", tone: "text-unknown", path: "M22 12a10 10 0 1 1-20 0a10 10 0 1 1 20 0M12 6v6l4 2" },
};

type Props = {
  kind: VerdictKind;
  /** Another word for the same severity, e.g. "Target missed". */
  word?: string;
  /** The word is only read aloud: for lists where the column is narrow. */
  iconOnly?: boolean;
  className?: string;
};

/** A verdict: an icon of its own shape and a word, in the colour of its severity. */
export function VerdictMark({ kind, word, iconOnly = false, className }: Props) {
  const mark = marks[kind];
  const text = word ?? mark.word;
  return (
    <span className={clsx("inline-block font-medium whitespace-nowrap", mark.tone, className)} title={iconOnly ? text : undefined}>
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className={clsx("inline size-4 align-[-3px]", iconOnly || "mr-1.5")}
      >
        <path d={mark.path} />
      </svg>
      <span className={iconOnly ? "sr-only" : undefined}>{text}</span>
    </span>
  );
}
