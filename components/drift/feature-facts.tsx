import { DataTable } from "#components/ui/data-table";
import { count, metric, percent } from "#lib/client/format";
import type { DistributionAnswer } from "#lib/domain/analysis/answers/drift";
import type { QualityFeature } from "#lib/domain/analysis/answers/quality";

type Props = { distribution: DistributionAnswer; quality: QualityFeature | null; when: string };
type Fact = { name: string; reference: string; current: string };

/** A column in figures, in the reference and now. */
export function FeatureFacts({ distribution: d, quality, when }: Props) {
  const numeric = d.type === "numeric";
  const rows: Fact[] = [
    { name: "Rows with a value", reference: count(d.bins.reduce((sum, bin) => sum + bin.referenceRows, 0)), current: count(d.rows) },
    { name: "Missing", reference: percent(d.referenceMissingShare), current: percent(d.missingShare) },
    ...(numeric
      ? [
          { name: "Mean", reference: metric(d.drift.referenceMean), current: metric(d.drift.mean) },
          { name: "Standard deviation", reference: metric(d.referenceStandardDeviation), current: metric(d.standardDeviation) },
          { name: "Minimum", reference: metric(d.referenceMinimum), current: metric(d.minimum) },
          { name: "Maximum", reference: metric(d.referenceMaximum), current: metric(d.maximum) },
          { name: "Outside the reference’s range", reference: "–", current: percent(quality?.outOfRangeShare) },
          { name: "Outliers", reference: "–", current: percent(quality?.outlierShare) },
        ]
      : [{ name: "Not seen in the reference", reference: "–", current: percent(quality?.unseenShare) }]),
    { name: "Wrong type", reference: "–", current: percent(quality?.wrongTypeShare) },
  ];
  return (
    <DataTable
      caption="The column in figures"
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: "name", header: "Figure", bare: true, cell: (row) => row.name },
        { key: "reference", header: "Reference", align: "right", cell: (row) => <span className="text-ink-muted">{row.reference}</span> },
        { key: "current", header: when, align: "right", cell: (row) => <span className="font-medium">{row.current}</span> },
      ]}
    />
  );
}
