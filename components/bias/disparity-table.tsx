import { DataTable } from "#components/ui/data-table";
import { VerdictMark } from "#components/ui/verdict-mark";
import { metric, range, signed } from "#lib/client/format";
import type { DisparityAnswer } from "#lib/domain/analysis/answers/bias";
import { rateName, rateSentences } from "#lib/domain/models/metric-words";
import { reasonWords } from "#lib/domain/models/reason-words";
import { biasVerdictWords, byUnfairness } from "./bias-words.ts";

/** Every group against the base group, for every rate: what is unfair first. */
export function DisparityTable({ disparities }: { disparities: readonly DisparityAnswer[] }) {
  return (
    <DataTable
      caption="Groups against the base group"
      rows={disparities.toSorted(byUnfairness)}
      rowKey={(row) => `${row.metric} ${row.group}`}
      empty={<p className="text-ink-muted">There is no second group to compare with.</p>}
      columns={[
        { key: "verdict", header: "Verdict", width: 150, bare: true, cell: (row) => <VerdictMark {...biasVerdictWords[row.verdict]} /> },
        { key: "rate", header: "Rate", cell: (row) => <span title={rateSentences[row.metric]}>{rateName(row.metric)}</span> },
        { key: "group", header: "Group", cell: (row) => row.group },
        { key: "base", header: "Against", from: "md", cell: (row) => <span className="text-ink-muted">{row.baseGroup}</span> },
        {
          key: "ratio",
          header: "Ratio",
          align: "right",
          cell: (row) =>
            row.ratio === null ? (
              <span className="text-ink-faint">{reasonWords(row.reason)}</span>
            ) : (
              <span className={row.verdict === "unfair" ? "font-medium text-warning" : undefined}>{metric(row.ratio)}</span>
            ),
        },
        { key: "interval", header: "95 % interval", align: "right", from: "md", cell: (row) => range(row.low, row.high) },
        { key: "difference", header: "Difference", align: "right", from: "lg", cell: (row) => signed(row.difference) },
      ]}
    />
  );
}
