import { ChartPanel } from "#components/charts/chart-panel";
import { MultiLineChart } from "#components/charts/multi-line-chart";
import type { Limit, TimeSeries } from "#components/charts/time-series-chart";
import { TimeSeriesChart } from "#components/charts/time-series-chart";
import { axisStep, rangeSummary, statusAt, windowLabel } from "#lib/client/kpi-words";
import { writeValue } from "#lib/client/value-format";
import type { BrokenThing, KpiSummary } from "#lib/domain/kpis/kpi-summary";
import type { KpiSeries as Series } from "#lib/domain/kpis/kpi-value";

type Props = {
  kpi: KpiSummary;
  series: readonly Series[];
  broken: readonly BrokenThing[];
  /** Until when the last window reaches, ISO. */
  to: string;
  /** What an empty chart teaches. */
  empty: { sentence: string; command?: string };
};

const labelText = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");

const verdictWords = { ok: "good", warning: "warning", critical: "critical", no_data: "no value" } as const;

/** A KPI over time with its target and limits; values with labels are lines of their own. */
export function KpiSeries({ kpi, series, broken, to, empty }: Props) {
  const [first] = series;
  // Windows were cut in the zone of the model: in another one a month would begin on the last day of the one before.
  const { timeZone } = kpi;
  const starts = first?.points.map(([start]) => start) ?? [];
  const windows = starts.map((start, at) => ({
    start,
    end: starts[at + 1] ?? to,
    label: windowLabel(kpi.window, start, timeZone),
  }));
  const known = series.some(({ points }) => points.some(([, value]) => value !== null));
  const unit = kpi.unit || undefined;
  const limits = limitsOf(kpi);
  const step = axisStep(kpi.window);
  const write = (value: number | null) => writeValue(value, "metric", unit);
  if (!known || !first) return <ChartPanel title="Over time" state={{ kind: "empty", title: "No values in this range", ...empty }} />;
  if (series.length > 1)
    return (
      <ChartPanel
        title="Over time"
        summary={`${series.length} series, told apart by their labels. The worst one speaks for the KPI.`}
        table={{
          columns: ["Window", ...series.map(({ labels }) => labelText(labels))],
          rows: windows.map(({ label }, at) => [label, ...series.map(({ points }) => write(points[at]?.[1] ?? null))]),
        }}
      >
        <MultiLineChart
          chart={{
            name: kpi.name,
            windows,
            lines: series.map(({ labels, points }) => ({
              key: labelText(labels),
              label: labelText(labels),
              values: points.map(([, value]) => value),
            })),
            step,
            timeZone,
            limits,
            ...(unit ? { unit } : {}),
          }}
        />
      </ChartPanel>
    );
  const chart: TimeSeries = {
    name: kpi.name,
    points: windows.map((window, at) => {
      const value = first.points[at]?.[1] ?? null;
      return { ...window, value, rows: 0, labelled: 0, status: statusAt(value, kpi) };
    }),
    step,
    timeZone,
    limits,
    incidents: broken.map((thing) => ({
      from: thing.noticedAt,
      to: thing.fixedAt,
      label: `#${thing.number}`,
      severity: thing.severity === "critical" ? "critical" : "warning",
    })),
    ...(unit ? { unit } : {}),
  };
  return (
    <ChartPanel
      title="Over time"
      summary={rangeSummary(
        chart.points.map(({ value }) => value),
        kpi,
      )}
      table={{
        columns: ["Window", "Value", "Verdict"],
        rows: chart.points.map(({ label, value }) => [label, write(value), verdictWords[statusAt(value, kpi)]]),
      }}
    >
      <TimeSeriesChart series={chart} />
    </ChartPanel>
  );
}

function limitsOf({ target, warning, critical, direction }: KpiSummary): Limit[] {
  const bound = direction === "up" ? "lower" : "upper";
  const limit = (kind: Limit["kind"], value: number | null): Limit[] => (value === null ? [] : [{ kind, value, bound, label: kind }]);
  return [...limit("critical", critical), ...limit("warning", warning), ...limit("target", target)];
}
