"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormSection } from "#components/forms/form-section";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import { blankModel, bodyOfModel, type ModelDraft, withProposal } from "#lib/client/model-draft";
import { type Proposal, registerModel } from "#lib/client/registration";
import { ColumnTable } from "./column-table.tsx";
import { CommandInstead } from "./command-instead.tsx";
import { ModelFacts } from "./model-facts.tsx";
import type { ModelFormPart } from "./model-form-part.tsx";
import { ModelJudging } from "./model-judging.tsx";
import { ModelOutcome } from "./model-outcome.tsx";
import { ModelTiming } from "./model-timing.tsx";
import { ProposalSummary } from "./proposal-summary.tsx";
import { SampleInput } from "./sample-input.tsx";

type Props = { teams: readonly { slug: string; name: string }[]; timeZone: string };

/** A model from a sample of its rows, or from nothing. */
export function RegisterForm({ teams, timeZone }: Props) {
  const router = useRouter();
  const [draft, setDraft] = useState<ModelDraft>(() => ({ ...blankModel(teams[0]?.slug ?? ""), timeZone }));
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const register = useWrite({
    write: () => registerModel({ slug: draft.slug, ...bodyOfModel(draft) }),
    done: (model) => `${model.name} is registered.`,
    onDone: (model) => router.push(`/models/${model.slug}/watch`),
    changes: ["models"],
  });
  const part: ModelFormPart = {
    draft,
    edit: (change) => setDraft((before) => ({ ...before, ...change })),
    fields: register.fields,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.run(undefined);
  };
  return (
    <form onSubmit={submit} className="grid max-w-[1104px] gap-8">
      <PageHead
        title="Register a model"
        sentence="Give a few of its rows and look over what is proposed, or fill it in by hand. All but the short name and the kind of outcome can be changed later."
      />
      <FormSection title="Sample" sentence="Rows as your service logs them, or as they lie in a table.">
        <SampleInput
          onProposal={(found) => {
            setProposal(found);
            setDraft((before) => withProposal(before, found));
          }}
          found={proposal ? <ProposalSummary proposal={proposal} /> : null}
        />
      </FormSection>
      <FormSection title="Model" sentence="How people find it.">
        <ModelFacts {...part} teams={teams} isNew />
      </FormSection>
      <FormSection title="Outcome" sentence="What comes out of it.">
        <ModelOutcome {...part} isNew />
      </FormSection>
      <FormSection
        wide
        title="Columns"
        sentence="Features go into the model and are watched for drift. Groups are attributes of people, watched for fairness and shown to data scientists only. Segments are what you look at one at a time, such as a region. A column can be several of these."
      >
        <ColumnTable {...part} />
      </FormSection>
      <FormSection title="Time" sentence="How its history is cut.">
        <ModelTiming {...part} />
      </FormSection>
      <FormSection title="Verdicts" sentence="How much it takes to call it healthy or not.">
        <ModelJudging {...part} />
      </FormSection>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-6">
        <Button type="submit" variant="primary" pending={register.pending}>
          Register model
        </Button>
        <LinkButton variant="quiet" href="/models">
          Cancel
        </LinkButton>
        {Object.keys(register.fields).length > 0 ? (
          <p role="alert" className="text-critical">
            ! Not registered yet. {Object.values(register.fields)[0]}
          </p>
        ) : null}
      </div>
      <CommandInstead draft={draft} />
    </form>
  );
}
