import { linearScale, linePath } from "#lib/client/chart-scale";
import type { WindowStatus } from "./time-series.ts";

type Props = {
  /** Read aloud: "ROC AUC over 18 months, last 0.705, limit 0.708". */
  label: string;
  values: readonly (number | null)[];
  /** Dotted lines. */
  limits?: readonly number[];
  /** Of the last value; too few labels make the line dashed and grey. */
  status?: WindowStatus;
  width?: number;
  height?: number;
};

const dotFill: Record<WindowStatus, string | null> = {
  ok: "var(--series-1)",
  warning: "var(--warning)",
  critical: "var(--critical)",
  not_enough_data: null,
  no_data: null,
  pending: "var(--series-1)",
};

/** The shape of a series in the height of a row. */
export function Sparkline({ label, values, limits = [], status = "ok", width = 116, height = 32 }: Props) {
  const known = values.filter((value): value is number => value !== null);
  const all = [...known, ...limits];
  const y = linearScale([Math.min(...all), Math.max(...all)], [height - 4, 4]);
  const x = linearScale([0, Math.max(1, values.length - 1)], [2, width - 5]);
  const places = values.map((value, at) => (value === null ? null : { x: x(at), y: y(value) }));
  const last = places.findLast((place) => place !== null);
  const unknown = status === "not_enough_data" || status === "no_data";
  const fill = dotFill[status];
  if (known.length === 0) return <span className="text-small text-ink-faint">no values yet</span>;
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
      className="block shrink-0 overflow-visible"
    >
      {limits.map((limit) => (
        <path key={limit} d={`M0 ${y(limit)}H${width}`} stroke="var(--chart-limit)" strokeDasharray="2 2" opacity={0.75} />
      ))}
      <path
        d={linePath(places)}
        stroke={unknown ? "var(--chart-estimate)" : "var(--chart-observed)"}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeDasharray={unknown ? "3 2" : undefined}
      />
      {last && fill ? <circle cx={last.x} cy={last.y} r={2.75} fill={fill} stroke="var(--surface)" /> : null}
    </svg>
  );
}
