import { ChartPanel } from "#components/charts/chart-panel";
import { TimeSeriesChart } from "#components/charts/time-series-chart";
import { EmptyState } from "#components/ui/empty-state";
import { NoPermission } from "#components/ui/no-permission";
import { PropertyList } from "#components/ui/property-list";
import { metric, percent } from "#lib/client/format";
import { stepOf, windowName } from "#lib/client/window-points";
import type { ModelMarks } from "#lib/domain/models/model-marks";
import type { ModelRow } from "#lib/domain/models/model-row";
import { driftWords, limitWords, volumeWords } from "./row-words.ts";
import { summaryPoints } from "./summary-points.ts";

type Props = { row: ModelRow; marks: ModelMarks };

/** A model for those who need to know whether it is healthy, and not why. */
export function SummaryPage({ row, marks }: Props) {
  const frame = { size: row.window, timeZone: row.timeZone };
  const { worst } = row;
  return (
    <div className="grid gap-x-16 gap-y-10 xl:grid-cols-[minmax(0,1fr)_320px]">
      <div className="grid content-start gap-10">
        {worst && worst.series.length > 0 ? (
          <Series worst={worst} row={row} marks={marks} />
        ) : (
          <EmptyState title="No figure yet" sentence="The first one is shown once enough labelled rows have come." />
        )}
        <NoPermission title="Details are for data scientists and above">
          You see this model as a stakeholder: its verdict, its main figure, its KPIs and its incidents. Single rows, groups and columns can
          hold personal data. An administrator can change your role.
        </NoPermission>
      </div>
      <div className="self-start">
        <PropertyList
          items={[
            { name: "Owner", value: row.teamName },
            { name: "Champion", value: row.champion ?? "none" },
            { name: "Volume", value: volumeWords(row) },
            { name: "Labelled", value: percent(row.labelCoverage) },
            { name: "Drifted", value: row.drift ? `${driftWords(row)} columns` : "no reference" },
            { name: "Last data", value: row.lastData ? windowName(row.lastData, { size: "1h", timeZone: frame.timeZone }) : "never" },
          ]}
        />
      </div>
    </div>
  );
}

function Series({ row, worst, marks }: Pick<Props, "row" | "marks"> & { worst: NonNullable<ModelRow["worst"]> }) {
  const limit = limitWords(worst);
  const series = {
    name: worst.label,
    step: stepOf(row.window),
    timeZone: row.timeZone,
    ...marks,
    limits:
      worst.limit === null
        ? []
        : [{ value: worst.limit, kind: "critical" as const, bound: worst.side === "above" ? ("upper" as const) : ("lower" as const) }],
    points: summaryPoints(row, worst),
  };
  return (
    <ChartPanel title={worst.label} summary={`${worst.label} is ${metric(worst.value)}${limit ? `, ${limit}` : ""}.`} series={series}>
      <TimeSeriesChart series={series} selected={worst.start} />
    </ChartPanel>
  );
}
