"use client";

import { useState } from "react";
import { typeWords } from "#components/registration/column-table";
import type { ModelFormPart } from "#components/registration/model-form-part";
import { Button } from "#components/ui/button";
import { DataTable } from "#components/ui/data-table";
import { expectationWords } from "#lib/client/expectation-draft";
import { columnErrors } from "#lib/client/model-draft";
import { ExpectationDialog } from "./expectation-dialog.tsx";

const PAGE = 50;

/** Every feature with what is expected of it. */
export function ExpectationTable({ draft, edit, fields }: ModelFormPart) {
  const [shown, setShown] = useState(PAGE);
  const features = draft.columns.filter(({ feature }) => feature);
  const errors = columnErrors(draft.columns, fields);
  const rest = features.length - shown;
  return (
    <div className="grid gap-3">
      <DataTable
        caption="What is expected of each feature"
        rows={features.slice(0, shown)}
        rowKey={({ key }) => key}
        empty={<p className="text-ink-muted">There are no features yet.</p>}
        columns={[
          {
            key: "name",
            header: "Feature",
            bare: true,
            cell: ({ name }) => <span className="font-medium">{name || "without a name"}</span>,
          },
          { key: "type", header: "Holds", width: 120, cell: ({ type }) => typeWords[type] },
          {
            key: "expected",
            header: "Expected",
            bare: true,
            cell: (column) =>
              errors[column.key] ? (
                <span className="text-critical">! {errors[column.key]}</span>
              ) : (
                expectationWords(column.expectations) || <span className="text-ink-faint">nothing</span>
              ),
          },
          {
            key: "edit",
            header: <span className="sr-only">Edit</span>,
            align: "right",
            width: 64,
            bare: true,
            cell: (column) => (
              <ExpectationDialog
                column={column}
                onChange={(expectations) =>
                  edit({ columns: draft.columns.map((other) => (other.key === column.key ? { ...other, expectations } : other)) })
                }
              />
            ),
          },
        ]}
      />
      {rest > 0 ? (
        <Button variant="quiet" className="justify-self-start" onClick={() => setShown((count) => count + PAGE)}>
          Show {Math.min(rest, PAGE)} more of {features.length}
        </Button>
      ) : null}
    </div>
  );
}
