"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { Dialog } from "#components/ui/dialog";
import { NumberField } from "#components/ui/number-field";
import { SegmentedControl } from "#components/ui/segmented-control";
import { TextArea } from "#components/ui/text-area";
import { draftOfExpectations, type ExpectationDraft, expectationsOf, rangeProblem } from "#lib/client/expectation-draft";
import type { ColumnDraft } from "#lib/client/model-draft";
import type { Expectations } from "#lib/domain/models/model";

type Props = { column: ColumnDraft; onChange: (expectations: Expectations | undefined) => void };

/** What every window of one feature is held against. */
export function ExpectationDialog({ column, onChange }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`What is expected of ${column.name}`}
      description="Each window tells which share of its rows breaks this. It takes effect when you save the settings."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" aria-label={`Edit what is expected of ${column.name}`}>
          Edit
        </Button>
      }
    >
      <Fields
        column={column}
        onDone={(expectations) => {
          onChange(expectations);
          setOpen(false);
        }}
      />
    </Dialog>
  );
}

function Fields({ column, onDone }: { column: ColumnDraft; onDone: Props["onChange"] }) {
  const [draft, setDraft] = useState(() => draftOfExpectations(column.expectations));
  const edit = (change: Partial<ExpectationDraft>) => setDraft((before) => ({ ...before, ...change }));
  const problem = rangeProblem(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog lies inside another form on the page, which must not be sent.
    event.stopPropagation();
    if (!problem) onDone(expectationsOf(draft));
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {column.type === "numeric" ? (
        <>
          <div className="grid grid-cols-2 gap-4">
            <NumberField label="Smallest value" value={draft.min} onChange={(event) => edit({ min: event.target.value })} error={problem} />
            <NumberField label="Largest value" value={draft.max} onChange={(event) => edit({ max: event.target.value })} />
          </div>
          <Checkbox
            label="No outliers"
            help="More than 1.5 interquartile ranges outside the quartiles of the reference."
            checked={draft.noOutliers}
            onChange={(event) => edit({ noOutliers: event.target.checked })}
          />
        </>
      ) : (
        <TextArea
          label="Allowed values"
          rows={4}
          value={draft.values}
          onChange={(event) => edit({ values: event.target.value })}
          help="One a line. Empty allows every value."
        />
      )}
      <SegmentedControl
        label="Missing values"
        value={draft.missing}
        onChange={(missing) => edit({ missing: missing === "none" || missing === "at-most" ? missing : "allowed" })}
        options={[
          { value: "allowed", label: "Allowed" },
          { value: "at-most", label: "At most …" },
          { value: "none", label: "None" },
        ]}
      />
      {draft.missing === "at-most" ? (
        <NumberField
          label="Largest share of missing values"
          unit="%"
          min={0}
          max={100}
          value={draft.missingShare}
          onChange={(event) => edit({ missingShare: event.target.value })}
        />
      ) : null}
      <Checkbox
        label="No value twice"
        help="Within one window. Checked exactly up to 2,048 values, then within a few percent."
        checked={draft.unique}
        onChange={(event) => edit({ unique: event.target.checked })}
      />
      <Button type="submit" variant="primary">
        Apply
      </Button>
    </form>
  );
}
