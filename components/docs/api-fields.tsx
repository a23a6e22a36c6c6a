import { DataTable } from "#components/ui/data-table";
import type { ApiField } from "#lib/domain/api/api-entry";

type Props = { caption: string; fields: readonly ApiField[] };

/** The fields of a request: name, type, whether it must be there. */
export function ApiFields({ caption, fields }: Props) {
  if (fields.length === 0) return null;
  return (
    <section>
      <h4 className="mb-1 text-small font-medium text-ink-muted">{caption}</h4>
      <DataTable
        caption={caption}
        rows={fields}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", header: "Name", width: 240, cell: ({ name }) => <code className="font-mono text-small break-all">{name}</code> },
          { key: "type", header: "Type", cell: ({ type }) => type },
          {
            key: "need",
            header: "Needed",
            width: 220,
            cell: ({ required, default: fallback }) => (required ? "yes" : fallback === null ? "no" : `no, ${fallback} by default`),
          },
        ]}
      />
    </section>
  );
}
