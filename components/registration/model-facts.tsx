import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import { TextField } from "#components/ui/text-field";
import { slugOf } from "#lib/client/slug-of";
import { criticalities } from "#lib/domain/models/model";
import { criticalityWords } from "#lib/domain/models/model-words";
import type { ModelFormPart } from "./model-form-part.tsx";

type Props = ModelFormPart & { teams: readonly { slug: string; name: string }[]; isNew: boolean };

/** What the model is called, whose it is and how much hangs on it. */
export function ModelFacts({ draft, edit, fields, teams, isNew }: Props) {
  return (
    <>
      <TextField
        label="Name"
        required
        value={draft.name}
        onChange={(event) => {
          const name = event.target.value;
          // The address follows the name until somebody writes another one.
          edit(isNew && draft.slug === slugOf(draft.name) ? { name, slug: slugOf(name) } : { name });
        }}
        help="As people call it, for example “Credit risk”."
        error={fields.name}
      />
      {isNew ? (
        <TextField
          label="Short name"
          code
          required
          value={draft.slug}
          onChange={(event) => edit({ slug: event.target.value })}
          help="Stands in addresses and commands. Lower-case letters, digits and hyphens; it cannot be changed later."
          error={fields.slug}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Team"
          value={draft.team}
          onChange={(event) => edit({ team: event.target.value })}
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
          help="Its people may change the model."
          error={fields.team}
        />
        <Select
          label="Criticality"
          value={draft.criticality}
          onChange={(event) => edit({ criticality: criticalities.find((level) => level === event.target.value) ?? "medium" })}
          options={criticalities.map((level) => ({ value: level, label: criticalityWords[level] }))}
          help="What hangs on its decisions. Lists show critical models first."
          error={fields.criticality}
        />
      </div>
      <TextArea
        label="Description"
        rows={3}
        value={draft.description}
        onChange={(event) => edit({ description: event.target.value })}
        help="What it decides, for whom, and where its training is documented. Markdown works."
        error={fields.description}
      />
    </>
  );
}
