import { barShare } from "#lib/client/chart-scale";

type Props = {
  value: number | null;
  limit: number;
  /** The longest bar of the column, so that bars can be compared. */
  most: number;
  severity?: "warning" | "critical";
  /** Over several orders of magnitude; the head of the column says so. */
  scale?: "linear" | "log";
};

/** Neutral up to the limit's tick, in the colour of the severity beyond it. The number stands beside it. */
export function ValueAgainstLimit({ value, limit, most, severity = "critical", scale = "linear" }: Props) {
  const reach = Math.max(most, limit * 1.25);
  const tick = barShare(limit, reach, scale) * 100;
  const end = value === null ? 0 : barShare(value, reach, scale) * 100;
  const tone = severity === "critical" ? "bg-critical" : "bg-warning";
  return (
    <span aria-hidden="true" className="relative block h-4 w-full min-w-16">
      <span className="absolute top-[5px] left-0 h-1.5 w-full rounded-mark bg-surface-active" />
      <span className="absolute top-[5px] left-0 h-1.5 rounded-l-mark bg-chart-volume" style={{ width: `${Math.min(end, tick)}%` }} />
      {end > tick ? (
        <span className={`absolute top-[5px] h-1.5 rounded-r-mark ${tone}`} style={{ left: `${tick}%`, width: `${end - tick}%` }} />
      ) : null}
      <span className="absolute top-0 h-4 w-px bg-ink" style={{ left: `${tick}%` }} />
    </span>
  );
}
