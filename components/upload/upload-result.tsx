"use client";

import { Download } from "lucide-react";
import { Button } from "#components/ui/button";
import { InlineAlert } from "#components/ui/inline-alert";
import { count } from "#lib/client/format";
import type { ImportKind } from "#lib/client/mapping-draft";
import { faultsCsv, type UploadReport } from "#lib/client/upload";
import { FaultTable } from "./fault-table.tsx";

type Props = { report: UploadReport; kind: ImportKind; fileName: string };

const words: Record<"accepted" | "rows" | "duplicates" | "pending" | "rejected", { name: string; help: string }> = {
  accepted: { name: "Accepted", help: "stored" },
  rows: { name: "Frozen", help: "rows of the new reference" },
  duplicates: { name: "Duplicates", help: "known already, nothing changed" },
  pending: { name: "Waiting", help: "labels whose prediction has not come yet" },
  rejected: { name: "Rejected", help: "not stored, listed below" },
};
const order = ["accepted", "rows", "duplicates", "pending", "rejected"] as const;

function save(fileName: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName.replace(/\.(csv|ndjson|jsonl|parquet)(\.gz)?$/i, "")}-rejected.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

/** What became of the lines of a file. */
export function UploadResult({ report, kind, fileName }: Props) {
  const { rejected, errors, warnings } = report;
  const nothing = (report.accepted ?? report.rows ?? 0) === 0 && (report.duplicates ?? 0) === 0;
  return (
    <div className="grid gap-4">
      <InlineAlert
        live
        kind={rejected === 0 ? "ok" : nothing ? "critical" : "warning"}
        word={rejected === 0 ? "Stored" : nothing ? "Nothing stored" : "Stored in part"}
      >
        {kind === "reference"
          ? `${fileName} is reference ${report.version ?? ""} of the model now. Its windows are counted again in the background.`
          : `${fileName} is read to its end. New windows appear within seconds.`}
      </InlineAlert>
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        {order.map((key) => {
          const value = report[key];
          if (value === undefined) return null;
          return (
            <div key={key} className="num">
              <dt className="text-small text-ink-faint">{words[key].name}</dt>
              <dd className="text-title font-medium">{count(value)}</dd>
              <dd className="text-small text-ink-muted">{words[key].help}</dd>
            </div>
          );
        })}
      </dl>
      {warnings.length > 0 ? (
        <p className="text-ink-muted">
          Not in the model’s schema and left out: {warnings.map(({ path, lines }) => `${path} (${count(lines)} lines)`).join(", ")}.
        </p>
      ) : null}
      {errors.length > 0 ? (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h3 className="text-heading font-semibold tracking-[-0.01em]">
              Rejected lines{rejected > errors.length ? `, the first ${count(errors.length)} of ${count(rejected)}` : ""}
            </h3>
            <Button onClick={() => save(fileName, faultsCsv(errors))}>
              <Download aria-hidden="true" strokeWidth={1.75} className="size-4" />
              Download as CSV
            </Button>
          </div>
          <FaultTable faults={errors} />
        </div>
      ) : null}
    </div>
  );
}
