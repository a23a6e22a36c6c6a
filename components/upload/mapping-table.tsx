"use client";

import { useState } from "react";
import { typeWords } from "#components/registration/column-table";
import { Button } from "#components/ui/button";
import { DataTable } from "#components/ui/data-table";
import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import { type EventField, fieldsOf, type ImportKind, isPart, type MappedColumn, namesItself, type Target } from "#lib/client/mapping-draft";
import { featureTypes } from "#lib/domain/models/model";

const PAGE = 50;

const fieldWords: Record<EventField, string> = {
  id: "Id",
  timestamp: "Time",
  version: "Version",
  score: "Score",
  prediction: "Prediction",
  label: "Label",
  latencyMs: "Latency in ms",
  error: "Error",
};
const partWords = { feature: "Feature", group: "Group", segment: "Segment" } as const;

function targets(kind: ImportKind, column: MappedColumn): { value: Target; label: string }[] {
  if (namesItself(column))
    return [
      { value: "as-is", label: "As its name says" },
      ...(column.path === null ? [] : [{ value: "none" as const, label: "Leave out" }]),
    ];
  return [
    { value: "none", label: "Leave out" },
    ...fieldsOf[kind].map((field) => ({ value: field, label: fieldWords[field] })),
    ...(kind === "labels"
      ? []
      : [
          { value: "feature" as const, label: partWords.feature },
          { value: "group" as const, label: partWords.group },
          { value: "segment" as const, label: partWords.segment },
        ]),
  ];
}

type Props = {
  kind: ImportKind;
  columns: readonly MappedColumn[];
  onChange: (name: string, change: Partial<MappedColumn>) => void;
};

/** Where each column of the file goes. */
export function MappingTable({ kind, columns, onChange }: Props) {
  const [shown, setShown] = useState(PAGE);
  const rest = columns.length - shown;
  return (
    <div className="grid gap-3">
      <DataTable
        caption="Where each column goes"
        rows={columns.slice(0, shown)}
        rowKey={(column) => column.name}
        columns={[
          {
            key: "column",
            header: "Column of the file",
            bare: true,
            cell: (column) => (
              <span className="min-w-0">
                <span className="block font-mono text-small break-all">{column.name || "(no name)"}</span>
                <span className="block max-w-64 truncate text-small text-ink-faint">{column.examples.join(", ") || "empty"}</span>
              </span>
            ),
          },
          {
            key: "target",
            header: "Goes to",
            width: 180,
            cell: (column) => (
              <Select
                label={`Where ${column.name} goes`}
                hideLabel
                value={column.target}
                disabled={column.path === null}
                options={targets(kind, column)}
                onChange={(event) => {
                  const target = targets(kind, column).find(({ value }) => value === event.target.value)?.value;
                  if (target) onChange(column.name, { target });
                }}
                className="w-40"
              />
            ),
          },
          {
            key: "as",
            header: "As",
            width: 200,
            cell: (column) =>
              isPart(column.target) ? (
                <TextField
                  label={`Name of ${column.name} in the model`}
                  hideLabel
                  code
                  value={column.as}
                  onChange={(event) => onChange(column.name, { as: event.target.value })}
                  className="w-44"
                />
              ) : (
                <span className="text-ink-faint">–</span>
              ),
          },
          {
            key: "type",
            header: "Holds",
            width: 150,
            cell: (column) =>
              column.target === "feature" ? (
                <Select
                  label={`Type of ${column.name}`}
                  hideLabel
                  value={column.type}
                  options={featureTypes.map((type) => ({ value: type, label: typeWords[type] }))}
                  onChange={(event) =>
                    onChange(column.name, { type: featureTypes.find((type) => type === event.target.value) ?? "numeric" })
                  }
                  className="w-36"
                />
              ) : (
                <span className="text-ink-faint">–</span>
              ),
          },
        ]}
      />
      {rest > 0 ? (
        <Button variant="quiet" className="justify-self-start" onClick={() => setShown((count) => count + PAGE)}>
          Show {Math.min(rest, PAGE)} more of {columns.length}
        </Button>
      ) : null}
    </div>
  );
}
