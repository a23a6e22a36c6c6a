import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { RelativeTime } from "#components/ui/relative-time";
import { VerdictMark } from "#components/ui/verdict-mark";
import { count } from "#lib/client/format";
import type { LineFault } from "#lib/client/upload";
import { importCommand } from "#lib/domain/models/next-commands";
import { FaultDialog } from "./fault-dialog.tsx";

export type PastImport = {
  id: string;
  kind: string;
  fileName: string;
  status: string;
  accepted: number;
  duplicates: number;
  rejected: number;
  pending: number;
  errors: LineFault[];
  actorName: string;
  startedAt: string;
};

const kinds: Record<string, string> = { predictions: "Predictions", labels: "Labels", reference: "Reference" };

function Outcome({ row }: { row: PastImport }) {
  if (row.status === "running") return <VerdictMark kind="pending" word="Under way" />;
  if (row.status === "failed") return <VerdictMark kind="critical" word="Failed" />;
  return <VerdictMark kind={row.rejected > 0 ? "warning" : "ok"} word={row.rejected > 0 ? "In part" : "Stored"} />;
}

/** The files that were uploaded to a model, the newest first. */
export function ImportHistory({
  slug,
  imports,
  now,
  timeZone,
}: {
  slug: string;
  imports: readonly PastImport[];
  now: string;
  timeZone: string;
}) {
  return (
    <DataTable
      caption="Past uploads"
      rows={imports}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          level={3}
          title="No uploads yet"
          sentence="Large files and scheduled ones are easier from the command line; it shows progress, too:"
          command={importCommand("predictions", slug)}
        />
      }
      columns={[
        {
          key: "file",
          header: "File",
          bare: true,
          cell: (row) => (
            <span className="min-w-0">
              <span className="block font-medium break-all">{row.fileName}</span>
              <span className="block text-small text-ink-muted">
                {kinds[row.kind] ?? row.kind} · {row.actorName}
              </span>
            </span>
          ),
        },
        { key: "outcome", header: "Outcome", width: 120, cell: (row) => <Outcome row={row} /> },
        { key: "accepted", header: "Accepted", align: "right", width: 100, cell: (row) => count(row.accepted) },
        { key: "duplicates", header: "Duplicates", align: "right", width: 100, from: "lg", cell: (row) => count(row.duplicates) },
        { key: "pending", header: "Waiting", align: "right", width: 100, from: "lg", cell: (row) => count(row.pending) },
        {
          key: "rejected",
          header: "Rejected",
          align: "right",
          width: 110,
          cell: (row) =>
            row.errors.length > 0 ? (
              <FaultDialog fileName={row.fileName} rejected={row.rejected} faults={row.errors} />
            ) : (
              count(row.rejected)
            ),
        },
        {
          key: "when",
          header: "When",
          align: "right",
          width: 110,
          cell: (row) => <RelativeTime at={row.startedAt} now={now} timeZone={timeZone} />,
        },
      ]}
    />
  );
}
