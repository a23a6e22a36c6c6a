import { DataTable } from "#components/ui/data-table";
import { count, metric, range } from "#lib/client/format";
import type { ClassAnswer } from "#lib/domain/analysis/answers/performance";

type Estimate = ClassAnswer["precision"];

/** Each class against all others, the worst F1 first: a good average can hide a class that is never found. */
export function ClassTable({ classes }: { classes: readonly ClassAnswer[] }) {
  return (
    <DataTable
      caption="Classes"
      rows={classes.toSorted((a, b) => (a.f1.value ?? 2) - (b.f1.value ?? 2))}
      rowKey={(row) => row.class}
      columns={[
        { key: "class", header: "Class", bare: true, cell: (row) => <span className="font-medium">{row.class}</span> },
        { key: "labelled", header: "Labelled", align: "right", cell: (row) => count(row.labelled) },
        { key: "predicted", header: "Predicted", align: "right", cell: (row) => count(row.predicted) },
        { key: "precision", header: "Precision", align: "right", cell: (row) => <Value of={row.precision} /> },
        { key: "recall", header: "Recall", align: "right", cell: (row) => <Value of={row.recall} /> },
        { key: "f1", header: "F1", align: "right", cell: (row) => <Value of={row.f1} /> },
      ]}
    />
  );
}

function Value({ of: { value, low, high } }: { of: Estimate }) {
  return (
    <span className="num">
      {metric(value)}
      {low !== null && high !== null ? <span className="ml-1.5 text-small text-ink-faint">{range(low, high)}</span> : null}
    </span>
  );
}
