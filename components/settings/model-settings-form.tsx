"use client";

import { type FormEvent, useState } from "react";
import { FormSection } from "#components/forms/form-section";
import { useWrite } from "#components/forms/use-write";
import { ColumnTable } from "#components/registration/column-table";
import { ModelFacts } from "#components/registration/model-facts";
import type { ModelFormPart } from "#components/registration/model-form-part";
import { ModelJudging } from "#components/registration/model-judging";
import { ModelOutcome } from "#components/registration/model-outcome";
import { ModelTiming } from "#components/registration/model-timing";
import { Button } from "#components/ui/button";
import { bodyOfModel, type ModelDraft } from "#lib/client/model-draft";
import { changeModel } from "#lib/client/registration";
import { DeleteModel } from "./delete-model.tsx";
import { ExpectationTable } from "./expectation-table.tsx";
import { RetentionFields } from "./retention-fields.tsx";

type Props = { slug: string; name: string; draft: ModelDraft; teams: readonly { slug: string; name: string }[]; mayDelete: boolean };

/** Everything about a model that a person decides. */
export function ModelSettingsForm({ slug, name, draft: first, teams, mayDelete }: Props) {
  const [draft, setDraft] = useState(first);
  const save = useWrite({
    write: () => changeModel(slug, bodyOfModel(draft)),
    done: "The settings are saved.",
    changes: ["models"],
  });
  const part: ModelFormPart = {
    draft,
    edit: (change) => setDraft((before) => ({ ...before, ...change })),
    fields: save.fields,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run(undefined);
  };
  return (
    <>
      <form onSubmit={submit} className="grid max-w-[1104px] gap-8">
        <FormSection title="Model" sentence={`Commands and addresses call it ${slug}.`}>
          <ModelFacts {...part} teams={teams} isNew={false} />
        </FormSection>
        <FormSection title="Outcome" sentence="Another threshold or positive label counts every window again.">
          <ModelOutcome {...part} isNew={false} />
        </FormSection>
        <FormSection
          wide
          title="Columns"
          sentence="A column that is renamed or changes its type starts anew: what was stored under the old one stays with the rows and is no longer shown. Every window is counted again."
        >
          <ColumnTable {...part} />
        </FormSection>
        <FormSection
          wide
          title="Expectations"
          sentence="What you know about a feature beyond its reference. Data quality shows the rows that break it."
        >
          <ExpectationTable {...part} />
        </FormSection>
        <FormSection title="Time" sentence="How its history is cut.">
          <ModelTiming {...part} />
        </FormSection>
        <FormSection title="Verdicts" sentence="How much it takes to call it healthy or not.">
          <ModelJudging {...part} />
        </FormSection>
        <FormSection title="Retention" sentence="What is dropped after a while. The history of coarser windows stays.">
          <RetentionFields {...part} />
        </FormSection>
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-6">
          <Button type="submit" variant="primary" pending={save.pending}>
            Save settings
          </Button>
          {Object.keys(save.fields).length > 0 ? (
            <p role="alert" className="text-critical">
              ! Not saved yet. {Object.values(save.fields)[0]}
            </p>
          ) : null}
        </div>
      </form>
      <div className="mt-12 max-w-[1104px]">
        <FormSection title="Danger zone" sentence="There is no way back.">
          <div className="flex flex-wrap items-center gap-4">
            {mayDelete ? <DeleteModel slug={slug} name={name} /> : null}
            <span className="min-w-0 flex-1 text-ink-muted">
              {mayDelete
                ? "Deletes the model and everything known of it."
                : "Engineers and administrators can delete the model and everything known of it. Ask one of them."}
            </span>
          </div>
        </FormSection>
      </div>
    </>
  );
}
