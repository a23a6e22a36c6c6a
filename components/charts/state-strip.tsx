import { linearScale } from "#lib/client/chart-scale";

export type StateSpan = { from: string; to: string; state: "pending" | "firing" | "recovering" | "no_data" };

type Props = {
  /** Words at the right end: "this draft, 3×". */
  label: string;
  from: string;
  to: string;
  spans: readonly StateSpan[];
};

const tone = {
  pending: "bg-chart-reference",
  firing: "bg-critical",
  recovering: "bg-critical opacity-40",
  no_data: "bg-surface-active",
} as const;

/** The states of a rule over time on one line; normal is empty. */
export function StateStrip({ label, from, to, spans }: Props) {
  const at = linearScale([Date.parse(from), Date.parse(to)], [0, 100]);
  const within = (instant: string) => Math.min(100, Math.max(0, at(Date.parse(instant))));
  const words = spans.map((span) => span.state.replace("_", " "));
  const tally = [...new Set(words)].map((word) => `${word} ${words.filter((other) => other === word).length} times`).join(", ");
  return (
    <div className="flex items-center gap-2">
      <div role="img" aria-label={`${label}: ${tally || "normal throughout"}`} className="relative h-2 min-w-0 flex-1 border-b border-line">
        {spans.map((span) => (
          <span
            key={span.from + span.state}
            className={`absolute inset-y-0 min-w-px ${tone[span.state]}`}
            style={{ left: `${within(span.from)}%`, width: `${within(span.to) - within(span.from)}%` }}
          />
        ))}
      </div>
      <span className="num w-30 shrink-0 text-axis text-ink-faint">{label}</span>
    </div>
  );
}
