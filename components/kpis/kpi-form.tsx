"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormSection } from "#components/forms/form-section";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import { TextField } from "#components/ui/text-field";
import { bodyOfKpi, type KpiDraft, type KpiFormOptions } from "#lib/client/kpi-draft";
import { changeKpi, createKpi } from "#lib/client/kpis";
import { slugOf } from "#lib/client/slug-of";
import type { KpiFormPart } from "./kpi-form-part.tsx";
import { KpiLimitFields } from "./kpi-limit-fields.tsx";
import { KpiSourceFields } from "./kpi-source-fields.tsx";

type Props = {
  /** The KPI that is changed; null for a new one. */
  slug: string | null;
  draft: KpiDraft;
  options: KpiFormOptions;
};

/** A KPI: a sentence for everybody, where its values come from, and what is good. */
export function KpiForm({ slug, draft: first, options }: Props) {
  const router = useRouter();
  const [draft, setDraft] = useState(first);
  const save = useWrite({
    write: () => (slug ? changeKpi(slug, bodyOfKpi(draft)) : createKpi({ slug: draft.slug, ...bodyOfKpi(draft) })),
    done: (kpi) => `${kpi.name} is saved.`,
    onDone: (kpi) => router.push(`/kpis/${kpi.slug}`),
    changes: ["kpis"],
  });
  const { fields } = save;
  const edit = (change: Partial<KpiDraft>) => setDraft((before) => ({ ...before, ...change }));
  const part: KpiFormPart = { draft, edit, fields, options };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run(undefined);
  };
  return (
    <form onSubmit={submit} className="grid max-w-[1104px] gap-8">
      <PageHead
        title={slug ? draft.name || "Edit KPI" : "New KPI"}
        sentence="Write it for somebody who knows the business and not the model."
      />
      <FormSection title="In words" sentence="What everybody reads.">
        <TextField
          label="Name"
          required
          value={draft.name}
          onChange={(event) => {
            const name = event.target.value;
            // The address follows the name until somebody writes another one.
            edit(slug === null && draft.slug === slugOf(draft.name) ? { name, slug: slugOf(name) } : { name });
          }}
          help="A statement that is true when all is well: “High-value homes are ranked first”."
          error={fields.name}
        />
        {slug === null ? (
          <TextField
            label="Short name"
            code
            required
            value={draft.slug}
            onChange={(event) => edit({ slug: event.target.value })}
            help="Stands in addresses and commands, and cannot be changed later."
            error={fields.slug}
          />
        ) : null}
        <TextArea
          label="What it means"
          rows={3}
          value={draft.description}
          onChange={(event) => edit({ description: event.target.value })}
          help="What happens to the business when it is missed, and what the figure counts. Markdown works."
          error={fields.description}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Whom to ask"
            value={draft.owner}
            onChange={(event) => edit({ owner: event.target.value })}
            help="A person or a department."
            error={fields.owner}
          />
          <Select
            label="Team"
            value={draft.team}
            onChange={(event) => edit({ team: event.target.value })}
            options={options.teams.map((team) => ({ value: team.slug, label: team.name }))}
            help="Its people may change the KPI."
            error={fields.team}
          />
        </div>
      </FormSection>
      <FormSection title="Values" sentence="Where they come from.">
        <KpiSourceFields {...part} fixedKind={slug !== null && first.kind === "pushed"} />
      </FormSection>
      <FormSection title="Limits" sentence="What is good.">
        <KpiLimitFields {...part} />
      </FormSection>
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-6">
        <Button type="submit" variant="primary" pending={save.pending}>
          {slug ? "Save KPI" : "Create KPI"}
        </Button>
        <LinkButton variant="quiet" href={slug ? `/kpis/${slug}` : "/kpis"}>
          Cancel
        </LinkButton>
        {Object.keys(fields).length > 0 ? (
          <p role="alert" className="text-critical">
            ! Not saved yet. {Object.values(fields)[0]}
          </p>
        ) : null}
      </div>
    </form>
  );
}
