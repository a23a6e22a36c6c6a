import { NumberField } from "#components/ui/number-field";
import { SegmentedControl } from "#components/ui/segmented-control";
import { TextField } from "#components/ui/text-field";
import { type Task, tasks } from "#lib/domain/models/model";
import type { ModelFormPart } from "./model-form-part.tsx";

const short: Record<Task, string> = { binary: "Yes or no", multiclass: "One of several classes", regression: "A number" };
const sentences: Record<Task, string> = {
  binary: "Binary classification: fraud or not, pays back or not. A score, where there is one, is the probability of yes.",
  multiclass: "Multiclass classification: one of three or more classes.",
  regression: "Regression: an amount, a duration, a price.",
};

/** What the model predicts, and how its answer is read. */
export function ModelOutcome({ draft, edit, fields, isNew }: ModelFormPart & { isNew: boolean }) {
  return (
    <>
      <div>
        <SegmentedControl
          label="It predicts"
          value={draft.task}
          disabled={!isNew}
          onChange={(task) => edit({ task: tasks.find((known) => known === task) ?? "binary" })}
          options={tasks.map((task) => ({ value: task, label: short[task] }))}
        />
        <p className="mt-1 text-small text-ink-faint">
          {sentences[draft.task]}
          {isNew ? "" : " The kind cannot change: register another model for it."}
        </p>
        {fields.task ? <p className="mt-1 text-small text-critical">! {fields.task}</p> : null}
      </div>
      {draft.task === "binary" ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Positive label"
            value={draft.positiveLabel}
            onChange={(event) => edit({ positiveLabel: event.target.value })}
            help="The value that means yes in predictions and labels, such as 1, true or bad."
            error={fields.positiveLabel}
          />
          <NumberField
            label="Decision threshold"
            min={0}
            max={1}
            value={draft.decisionThreshold}
            onChange={(event) => edit({ decisionThreshold: event.target.value })}
            help="Where an event brings a score and no prediction: yes from this score on."
            error={fields.decisionThreshold}
          />
        </div>
      ) : null}
    </>
  );
}
