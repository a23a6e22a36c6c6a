import { Sparkline } from "#components/charts/sparkline";
import { DataTable } from "#components/ui/data-table";
import { metric, percent } from "#lib/client/format";
import type { QualityAnswer, QualityFeature } from "#lib/domain/analysis/answers/quality";
import { columnName } from "#lib/domain/models/model-words";
import { type PageQuery, tabAddress } from "#lib/domain/models/page-query";
import { reasonWords } from "#lib/domain/models/reason-words";
import { type Fault, worstFault } from "./quality-words.ts";

type Props = { slug: string; query: PageQuery; answer: QualityAnswer; rows: readonly QualityFeature[]; selected: string };

/** Every column with every fault, the worst first; a row leads to the column's own page. */
export function QualityTable({ slug, query, answer, rows, selected }: Props) {
  const share = (row: QualityFeature, fault: Fault) => (
    <span title={row[fault] === null ? reasonWords(row.reasons?.[fault]) : undefined}>{percent(row[fault])}</span>
  );
  const history = (feature: string, fault: Fault) =>
    answer.windows.slice(-30).map(({ features }) => features.find((entry) => entry.feature === feature)?.[fault] ?? null);
  return (
    <DataTable
      caption="Columns by data quality"
      rows={rows}
      rowKey={(row) => row.feature}
      rowHref={(row) => tabAddress(`/models/${slug}/features/${encodeURIComponent(row.feature)}`, { ...query, at: selected })}
      columns={[
        {
          key: "column",
          header: "Column",
          bare: true,
          cell: (row) => <span className="block max-w-56 truncate">{columnName(row.feature)}</span>,
        },
        {
          key: "broken",
          header: "Expected",
          bare: true,
          cell: (row) =>
            row.broken.length > 0 ? (
              <span className="block max-w-[46ch] text-critical">{row.broken.join(" ")}</span>
            ) : (
              <span className="text-ink-faint">
                {row.reasons?.unexpectedShare === "no_expectation" ? "nothing declared" : "nothing broken"}
              </span>
            ),
        },
        { key: "missing", header: "Missing", align: "right", cell: (row) => share(row, "missingShare") },
        { key: "unseen", header: "Unseen", align: "right", cell: (row) => share(row, "unseenShare") },
        { key: "range", header: "Out of range", align: "right", cell: (row) => share(row, "outOfRangeShare") },
        { key: "type", header: "Wrong type", align: "right", cell: (row) => share(row, "wrongTypeShare") },
        { key: "outliers", header: "Outliers", align: "right", from: "lg", cell: (row) => share(row, "outlierShare") },
        {
          key: "values",
          header: "Smallest to largest",
          align: "right",
          from: "xl",
          cell: (row) => (row.minimum === null || row.maximum === null ? "–" : `${metric(row.minimum)} to ${metric(row.maximum)}`),
        },
        {
          key: "trend",
          header: "Worst share over time",
          width: 110,
          from: "lg",
          cell: (row) => {
            const fault = worstFault(row)?.fault ?? "missingShare";
            return (
              <Sparkline
                label={`${fault.replace("Share", " share")} of ${columnName(row.feature)}, last ${percent(row[fault])}`}
                values={history(row.feature, fault)}
                status={row.broken.length > 0 ? "critical" : "ok"}
                width={92}
                height={24}
              />
            );
          },
        },
      ]}
    />
  );
}
