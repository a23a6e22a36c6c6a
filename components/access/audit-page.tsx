import { Button } from "#components/ui/button";
import { DataTable } from "#components/ui/data-table";
import { PageHead } from "#components/ui/page-head";
import { Pagination } from "#components/ui/pagination";
import { RelativeTime } from "#components/ui/relative-time";
import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import type { AuditEntry } from "#lib/domain/access/person";
import { AuditChange } from "./audit-change.tsx";

type Filter = { noun?: string; actor?: string; cursor?: string };
type Props = { entries: AuditEntry[]; nextCursor: string | null; filter: Filter; now: string; timeZone: string };

const nouns = ["", "model", "version", "reference", "kpi", "rule", "incident", "person", "invitation", "token", "rows"];

const addressOf = (filter: Filter): string => {
  const query = new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return `/audit${query.size ? `?${query}` : ""}`;
};

/** Every write and every look at sensitive rows: who, what, when, before and after. */
export function AuditPage({ entries, nextCursor, filter, now, timeZone }: Props) {
  return (
    <div className="grid gap-6">
      <PageHead title="Audit trail" sentence="Every change, with what it was before and after. Entries cannot be edited or removed." />
      <form action="/audit" className="flex flex-wrap items-end gap-3">
        <Select
          label="What"
          name="noun"
          defaultValue={filter.noun ?? ""}
          className="w-44"
          options={nouns.map((noun) => ({ value: noun, label: noun || "everything" }))}
        />
        <TextField label="Who" name="actor" defaultValue={filter.actor ?? ""} className="w-56" placeholder="name of a person or token" />
        <Button type="submit">Filter</Button>
      </form>
      <DataTable
        caption="Audit entries"
        rows={entries}
        rowKey={(entry) => String(entry.id)}
        empty={<p className="text-ink-muted">Nothing matches this filter.</p>}
        columns={[
          { key: "time", header: "When", width: 130, cell: (entry) => <RelativeTime at={entry.time} now={now} timeZone={timeZone} /> },
          {
            key: "actor",
            header: "Who",
            cell: (entry) => (
              <span>
                {entry.actor.name} <span className="text-small text-ink-faint">{entry.actor.kind === "token" ? "token" : ""}</span>
              </span>
            ),
          },
          { key: "action", header: "Did", cell: (entry) => <span className="font-mono text-small">{entry.action}</span> },
          { key: "noun", header: "To", cell: (entry) => entry.nounName ?? entry.nounId ?? entry.noun },
          { key: "change", header: "Change", bare: true, cell: (entry) => <AuditChange before={entry.before} after={entry.after} /> },
        ]}
      />
      <Pagination
        label="Audit trail"
        summary={`${entries.length} entries`}
        previousHref={filter.cursor ? addressOf({ ...filter, cursor: undefined }) : null}
        nextHref={nextCursor ? addressOf({ ...filter, cursor: nextCursor }) : null}
      />
    </div>
  );
}
