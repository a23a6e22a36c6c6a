import { axisFor, linearScale } from "#lib/client/chart-scale";
import { type ValueFormat, writeTick, writeValue } from "#lib/client/value-format";

export type DumbbellRow = {
  name: string;
  reference: number | null;
  /** Null: no rows now. The ring stays and the words say so. */
  current: number | null;
  low?: number | null;
  high?: number | null;
  status?: "ok" | "warning" | "critical" | "not_enough_data" | "no_data" | "pending";
  /** Behind the values: "393 rows", "no rows in March". */
  note?: string;
};

type Props = {
  label: string;
  rows: readonly DumbbellRow[];
  format?: ValueFormat;
  limit?: number | null;
  bounds?: { low?: number; high?: number };
};

const dotTone = {
  ok: "bg-series-1",
  pending: "bg-series-1",
  no_data: "bg-series-1",
  warning: "bg-warning",
  critical: "bg-critical",
  not_enough_data: "border-2 border-unknown bg-surface",
} as const;

/** Reference (ring) against now (dot) for each segment, on one axis. */
export function Dumbbell({ label, rows, format = "metric", limit = null, bounds }: Props) {
  const axis = axisFor([...rows.flatMap((row) => [row.reference, row.current, row.low, row.high]), limit], bounds);
  if (!axis) return <p className="text-ink-muted">No segment has a value yet.</p>;
  const at = linearScale([axis.low, axis.high], [1, 99]);
  const left = (value: number) => ({ left: `${at(value)}%` });
  const span = (from: number, to: number) => ({ left: `${at(Math.min(from, to))}%`, width: `${Math.abs(at(to) - at(from))}%` });
  return (
    <div className="relative">
      <div aria-hidden="true" className="absolute inset-x-0 top-1 bottom-6">
        {axis.ticks.map((tick) => (
          <span key={tick} className="absolute inset-y-0 w-px bg-line" style={left(tick)} />
        ))}
        {limit === null ? null : <span className="absolute inset-y-0 w-px bg-chart-limit" style={left(limit)} />}
      </div>
      <ul aria-label={label} className="relative">
        {rows.map((row) => (
          <li key={row.name} className="pb-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-small">
              <span className="bg-surface pr-1">{row.name}</span>
              <span className="num bg-surface pl-1 text-axis text-ink-faint">
                {writeValue(row.reference, format)} → {row.current === null ? "" : writeValue(row.current, format)}
                {row.note ? `${row.current === null ? "" : " · "}${row.note}` : null}
              </span>
            </span>
            <span aria-hidden="true" className="relative block h-6">
              {row.reference !== null && row.current !== null ? (
                <span className="absolute top-[11px] h-0.5 bg-series-1 opacity-35" style={span(row.reference, row.current)} />
              ) : null}
              {row.low != null && row.high != null ? (
                <span className="absolute top-[9.5px] h-[5px] rounded-full bg-series-1 opacity-22" style={span(row.low, row.high)} />
              ) : null}
              {row.reference === null ? null : (
                <span
                  className="absolute top-[7px] size-2.5 -translate-x-1/2 rounded-full border-2 border-chart-reference bg-surface"
                  style={left(row.reference)}
                />
              )}
              {row.current === null ? null : (
                <span
                  className={`absolute top-[7.5px] size-[9px] -translate-x-1/2 rounded-full ${dotTone[row.status ?? "ok"]}`}
                  style={left(row.current)}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className="relative h-5 text-axis text-ink-faint">
        {axis.ticks.map((tick, index) => (
          <span
            key={tick}
            className={
              index === 0
                ? "num absolute top-1"
                : index === axis.ticks.length - 1
                  ? "num absolute top-1 -translate-x-full"
                  : "num absolute top-1 -translate-x-1/2"
            }
            style={left(tick)}
          >
            {writeTick(tick, axis.step, format)}
          </span>
        ))}
      </div>
    </div>
  );
}
