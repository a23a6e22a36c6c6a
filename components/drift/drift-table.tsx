import { Sparkline } from "#components/charts/sparkline";
import { ValueAgainstLimit } from "#components/charts/value-against-limit";
import { DataTable } from "#components/ui/data-table";
import { decimal, metric, percent, psi } from "#lib/client/format";
import type { WindowFrame } from "#lib/client/window-points";
import type { DriftAnswer } from "#lib/domain/analysis/answers/drift";
import { columnName, windowWords } from "#lib/domain/models/model-words";
import { type PageQuery, tabAddress } from "#lib/domain/models/page-query";
import { reasonWords } from "#lib/domain/models/reason-words";
import type { DriftRows } from "./drift-order.ts";
import { movedWords, psiOverWindows } from "./drift-words.ts";

type Props = { slug: string; query: PageQuery; frame: WindowFrame; drift: DriftAnswer; page: DriftRows; selected: string };

/** A p-value of 0 is one that is too small to write. */
const pValue = (value: number | null | undefined): string => (value != null && value < 0.001 ? "< 0.001" : decimal(value, 3));

/** Every column with every distance, ranked; a row leads to the column's own page. */
export function DriftTable({ slug, query, frame, drift, page, selected }: Props) {
  const most = Math.max(1e-6, ...page.rows.map((row) => row.psi ?? 0));
  return (
    <DataTable
      caption="Columns by drift"
      rows={page.rows}
      rowKey={(row) => row.feature}
      rowHref={(row) => tabAddress(`/models/${slug}/features/${encodeURIComponent(row.feature)}`, { ...query, at: selected })}
      columns={[
        {
          key: "column",
          header: "Column",
          bare: true,
          cell: (row) => <span className="block max-w-60 truncate">{columnName(row.feature)}</span>,
        },
        { key: "mean", header: "Mean", from: "lg", cell: (row) => <span className="text-ink-muted">{movedWords(row)}</span> },
        {
          key: "bar",
          header: "PSI, log scale",
          width: 120,
          from: "md",
          cell: (row) =>
            row.threshold.value === null ? (
              <span className="text-small text-ink-faint">{reasonWords(row.reasons?.psi)}</span>
            ) : (
              <ValueAgainstLimit value={row.psi} limit={row.threshold.value} most={most} scale="log" />
            ),
        },
        {
          key: "psi",
          header: "PSI",
          align: "right",
          cell: (row) => (
            <span className={row.drifted ? "font-medium text-critical" : undefined}>
              {psi(row.psi)}
              {row.drifted ? <span className="sr-only"> drifted</span> : null}
            </span>
          ),
        },
        { key: "js", header: "JS", align: "right", cell: (row) => metric(row.jsDistance) },
        {
          key: "ks",
          header: "KS",
          align: "right",
          cell: (row) => (
            <span title={row.ksCritical === null ? undefined : `${metric(row.ksCritical)} would be exceeded by chance in 5 % of samples`}>
              {metric(row.ks)}
            </span>
          ),
        },
        { key: "wasserstein", header: "Wasserstein, sd", align: "right", from: "xl", cell: (row) => metric(row.normalizedWasserstein) },
        { key: "hellinger", header: "Hellinger", align: "right", from: "xl", cell: (row) => metric(row.hellinger) },
        {
          key: "chi",
          header: "χ² p",
          align: "right",
          from: "xl",
          cell: (row) => pValue(row.chiSquare.adjustedPValue ?? row.chiSquare.pValue),
        },
        { key: "missing", header: "Missing", align: "right", from: "md", cell: (row) => percent(row.missingShare) },
        {
          key: "trend",
          header: `PSI by ${windowWords[frame.size]}`,
          width: 110,
          from: "lg",
          cell: (row) => (
            <Sparkline
              label={`PSI of ${columnName(row.feature)} by ${windowWords[frame.size]}, last ${psi(row.psi)}`}
              values={psiOverWindows(drift.windows, row.feature)}
              limits={row.threshold.value === null ? [] : [row.threshold.value]}
              status={row.drifted ? "critical" : "ok"}
              width={92}
              height={24}
            />
          ),
        },
      ]}
    />
  );
}
