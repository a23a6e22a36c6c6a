"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { type Column, DataTable } from "#components/ui/data-table";
import { IconButton } from "#components/ui/icon-button";
import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import { type ColumnDraft, columnErrors, newColumn } from "#lib/client/model-draft";
import { type FeatureType, featureTypes } from "#lib/domain/models/model";
import type { ModelFormPart } from "./model-form-part.tsx";

const PAGE = 50;

export const typeWords: Record<FeatureType, string> = { numeric: "Number", categorical: "Category", boolean: "Yes or no" };
const types = featureTypes.map((type) => ({ value: type, label: typeWords[type] }));

/** The columns of the events: what each is called, holds and is used for. */
export function ColumnTable({ draft, edit, fields }: ModelFormPart) {
  const [shown, setShown] = useState(PAGE);
  const [added, setAdded] = useState(0);
  const errors = columnErrors(draft.columns, fields);
  const change = (key: string, part: Partial<ColumnDraft>) =>
    edit({ columns: draft.columns.map((column) => (column.key === key ? { ...column, ...part } : column)) });
  const add = () => {
    setAdded((count) => count + 1);
    edit({ columns: [...draft.columns, newColumn(`added ${added}`)] });
    setShown((count) => Math.max(count, draft.columns.length + 1));
  };
  const explained = draft.columns.some(({ why }) => why);
  const columns: Column<ColumnDraft>[] = [
    {
      key: "name",
      header: "Column",
      bare: true,
      cell: (column) => (
        <TextField
          label={`Name of column ${column.name}`}
          hideLabel
          code
          value={column.name}
          onChange={(event) => change(column.key, { name: event.target.value })}
          error={errors[column.key] ?? null}
          className="w-full max-w-64"
        />
      ),
    },
    {
      key: "type",
      header: "Holds",
      width: 150,
      cell: (column) => (
        <Select
          label={`Type of ${column.name}`}
          hideLabel
          value={column.type}
          disabled={!column.feature}
          options={types}
          onChange={(event) => change(column.key, { type: featureTypes.find((type) => type === event.target.value) ?? "numeric" })}
          className="w-36"
        />
      ),
    },
    {
      key: "feature",
      header: "Feature",
      width: 80,
      cell: (column) => (
        <Checkbox
          label={`${column.name} is a feature`}
          hideLabel
          checked={column.feature}
          onChange={(event) => change(column.key, { feature: event.target.checked })}
        />
      ),
    },
    {
      key: "group",
      header: "Group",
      width: 80,
      cell: (column) => (
        <Checkbox
          label={`${column.name} is a group`}
          hideLabel
          checked={column.group}
          onChange={(event) => change(column.key, { group: event.target.checked })}
        />
      ),
    },
    {
      key: "segment",
      header: "Segment",
      width: 80,
      cell: (column) => (
        <Checkbox
          label={`${column.name} is a segment`}
          hideLabel
          checked={column.segment}
          onChange={(event) => change(column.key, { segment: event.target.checked })}
        />
      ),
    },
    ...(explained
      ? [
          {
            key: "why",
            header: "What the sample says",
            bare: true,
            cell: (column: ColumnDraft) => <span className="text-small text-ink-muted">{column.why ?? ""}</span>,
          },
        ]
      : []),
    {
      key: "remove",
      header: <span className="sr-only">Remove</span>,
      align: "right",
      width: 48,
      bare: true,
      cell: (column) => (
        <IconButton
          label={`Remove ${column.name || "column"}`}
          onClick={() => edit({ columns: draft.columns.filter(({ key }) => key !== column.key) })}
        >
          <Trash2 aria-hidden="true" strokeWidth={1.75} className="size-4" />
        </IconButton>
      ),
    },
  ];
  const rest = draft.columns.length - shown;
  return (
    <div className={explained ? "grid gap-3" : "grid max-w-[760px] gap-3"}>
      <DataTable
        caption="Columns of the events"
        columns={columns}
        rows={draft.columns.slice(0, shown)}
        rowKey={(column) => column.key}
        empty={<p className="text-ink-muted">No columns yet. Take them from a sample above, or add them one by one.</p>}
      />
      {fields.schema ? <p className="text-small text-critical">! {fields.schema}</p> : null}
      {fields["schema.features"] ? <p className="text-small text-critical">! {fields["schema.features"]}</p> : null}
      {fields["schema.groups"] ? <p className="text-small text-critical">! {fields["schema.groups"]}</p> : null}
      {fields["schema.segments"] ? <p className="text-small text-critical">! {fields["schema.segments"]}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={add}>
          <Plus aria-hidden="true" strokeWidth={1.75} className="size-4" />
          Add column
        </Button>
        {rest > 0 ? (
          <Button variant="quiet" onClick={() => setShown((count) => count + PAGE)}>
            Show {Math.min(rest, PAGE)} more of {draft.columns.length}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
