import { DataTable } from "#components/ui/data-table";
import { count } from "#lib/client/format";
import type { LineFault } from "#lib/client/upload";

/** Which lines were not taken, and why. */
export function FaultTable({ faults }: { faults: readonly LineFault[] }) {
  return (
    <DataTable
      caption="Rejected lines"
      rows={faults}
      rowKey={(fault) => `${fault.line} ${fault.path} ${fault.message}`}
      columns={[
        { key: "line", header: "Line", width: 96, cell: (fault) => (fault.line > 0 ? `Line ${count(fault.line)}` : "File") },
        { key: "path", header: "Field", width: 200, cell: (fault) => <span className="font-mono text-small">{fault.path || "–"}</span> },
        { key: "message", header: "What is wrong", bare: true, cell: (fault) => fault.message },
      ]}
    />
  );
}
