import { dateTime, percent, range } from "#lib/client/format";
import { type ValueFormat, writeValue } from "#lib/client/value-format";

/** What can be said of a window against its limits. */
export type WindowStatus = "ok" | "warning" | "critical" | "not_enough_data" | "no_data" | "pending";

/** One window of a series. Instants are ISO; a value that is not known is null, never 0. */
export type TimeSeriesPoint = {
  start: string;
  end: string;
  /** In full, as it is read aloud: "March 2022". */
  label: string;
  value: number | null;
  /** Ends of the interval of the value. */
  low?: number | null;
  high?: number | null;
  /** Estimated without labels. */
  estimate?: number | null;
  rows: number;
  labelled: number;
  status: WindowStatus;
  /** Some of the data could not be read: shown dashed on hatched ground. */
  partial?: boolean;
};

export type Limit = {
  value: number;
  kind: "critical" | "warning" | "target";
  bound: "lower" | "upper";
  /** Written before the value at the right end; "limit" if it is the only one, else its kind. */
  label?: string;
};

export type Reference = {
  mean: number | null;
  /** The neutral band, mean ± 3 standard deviations, already clipped to the metric's range. */
  low: number | null;
  high: number | null;
  /** The windows it was made of. */
  from?: string;
  to?: string;
};

export type Deployment = { at: string; label: string };
export type IncidentSpan = {
  from: string /** Null while it is open. */;
  to: string | null;
  label: string;
  severity: "warning" | "critical";
};
/** A stretch in which a rule fires, tinted in the plot with its words above. */
export type Episode = { from: string; to: string | null; severity: "warning" | "critical"; label?: string };

export type TimeSeries = {
  /** What is drawn: "ROC AUC". */
  name: string;
  points: readonly TimeSeriesPoint[];
  format?: ValueFormat;
  unit?: string;
  /** What the windows are, for the labels of the axis. */
  step: "month" | "day" | "hour";
  timeZone: string;
  /** Ends of the metric's range. */
  bounds?: { low?: number; high?: number };
  reference?: Reference | null;
  limits?: readonly Limit[];
  deployments?: readonly Deployment[];
  incidents?: readonly IncidentSpan[];
  episodes?: readonly Episode[];
  /** Words at the volume: "rows a month". Without them there is no volume. */
  volume?: string;
};

export const limitLabel = (limit: Limit, all: readonly Limit[]): string => limit.label ?? (all.length === 1 ? "limit" : limit.kind);

export type ReadoutPart = { text: string; tone?: "strong" | "warning" | "critical" };

const statusWords: Partial<Record<WindowStatus, string>> = {
  not_enough_data: "too few labels to judge",
  no_data: "no rows",
  pending: "labels pending",
};

/** The figures of one window: what stands above the chart and is read aloud when it is selected. */
export function readout(point: TimeSeriesPoint, series: TimeSeries): ReadoutPart[] {
  const write = (value: number | null) => writeValue(value, series.format, series.unit);
  const parts: ReadoutPart[] = [];
  if (point.value !== null) {
    const tone = point.status === "warning" || point.status === "critical" ? point.status : "strong";
    parts.push({ text: `observed ${write(point.value)}`, tone });
    if (point.low != null && point.high != null)
      parts.push({ text: `(${range(point.low, point.high, (end) => writeValue(end ?? null, series.format))})` });
  }
  if (point.estimate != null) parts.push({ text: `estimated ${write(point.estimate)}` });
  for (const limit of series.limits ?? []) parts.push({ text: `${limitLabel(limit, series.limits ?? [])} ${write(limit.value)}` });
  if (series.volume && point.rows > 0) {
    parts.push({ text: `${point.rows.toLocaleString("en-US")} rows` });
    parts.push({ text: `${percent(point.labelled / point.rows)} labelled` });
  }
  const words = statusWords[point.status];
  if (words) parts.push({ text: words });
  if (point.partial) parts.push({ text: "partial" });
  return parts;
}

/** The readout as one sentence. */
export const readoutText = (point: TimeSeriesPoint, series: TimeSeries): string =>
  `${point.label}: ${readout(point, series)
    .map((part) => part.text)
    .join(", ")}`;

/** The series as rows for the table behind the chart. */
export function seriesTable(series: TimeSeries): { columns: string[]; rows: string[][] } {
  const hasInterval = series.points.some((point) => point.low != null);
  const hasEstimate = series.points.some((point) => point.estimate != null);
  const columns = [
    "Window",
    "From",
    "Observed",
    ...(hasInterval ? ["Interval"] : []),
    ...(hasEstimate ? ["Estimated"] : []),
    "Rows",
    "Labelled",
    "Verdict",
  ];
  const rows = series.points.map((point) => [
    point.label,
    dateTime(point.start, series.timeZone),
    writeValue(point.value, series.format, series.unit),
    ...(hasInterval ? [range(point.low, point.high, (end) => writeValue(end ?? null, series.format))] : []),
    ...(hasEstimate ? [writeValue(point.estimate ?? null, series.format, series.unit)] : []),
    point.rows.toLocaleString("en-US"),
    point.labelled.toLocaleString("en-US"),
    point.status.replaceAll("_", " "),
  ]);
  return { columns, rows };
}
