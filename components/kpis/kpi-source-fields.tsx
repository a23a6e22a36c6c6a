import { SegmentedControl } from "#components/ui/segmented-control";
import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import { aggregateOf, aggregateWords, namesOf } from "#lib/client/kpi-draft";
import { aggregates } from "#lib/domain/kpis/kinds/pushed";
import type { KpiKind } from "#lib/domain/kpis/registry";
import type { KpiFormPart } from "./kpi-form-part.tsx";
import { KpiMetricFields } from "./kpi-metric-fields.tsx";

const kinds: readonly { value: KpiKind; label: string }[] = [
  { value: "model", label: "A model’s metric" },
  { value: "pushed", label: "Sent values" },
  { value: "formula", label: "A formula" },
];
const sentences: Record<KpiKind, string> = {
  model: "Modelwatch works it out from the predictions and labels of a model.",
  pushed: "A script sends the values, or a person enters them: revenue, complaints, hours saved.",
  formula: "Worked out from other KPIs, for example approved ÷ requests.",
};

/** Where the values come from. */
export function KpiSourceFields(part: KpiFormPart & { fixedKind: boolean }) {
  const { draft, edit, fields, options, fixedKind } = part;
  return (
    <>
      <div>
        <SegmentedControl
          label="Values"
          value={draft.kind}
          disabled={fixedKind}
          onChange={(kind) => edit({ kind: kinds.find(({ value }) => value === kind)?.value ?? "pushed" })}
          options={kinds}
        />
        <p className="mt-1 text-small text-ink-faint">
          {sentences[draft.kind]}
          {fixedKind ? " Values were sent already, so the kind stays." : ""}
        </p>
      </div>
      {draft.kind === "model" ? <KpiMetricFields {...part} /> : null}
      {draft.kind === "pushed" ? (
        <Select
          label="Several values in one window"
          value={draft.aggregate}
          onChange={(event) => edit({ aggregate: aggregateOf(event.target.value) })}
          options={aggregates.map((aggregate) => ({ value: aggregate, label: aggregateWords[aggregate] }))}
          help="How a chart sums them up. Alert rules always see the newest value."
          error={fields["query.aggregate"]}
        />
      ) : null}
      {draft.kind === "formula" ? (
        <>
          <TextField
            label="Formula"
            code
            value={draft.expression}
            placeholder="approved / requests"
            onChange={(event) => edit({ expression: event.target.value })}
            help="Names, numbers, + − * / and parentheses. Every name stands for a KPI."
            error={fields["query.expression"]}
          />
          {namesOf(draft.expression).map((name) => (
            <Select
              key={name}
              label={`${name} is`}
              value={draft.inputs[name] ?? ""}
              onChange={(event) => edit({ inputs: { ...draft.inputs, [name]: event.target.value } })}
              options={[
                { value: "", label: "Choose a KPI" },
                ...options.kpis.filter(({ slug }) => slug !== draft.slug).map(({ slug, name: label }) => ({ value: slug, label })),
              ]}
              error={fields[`query.inputs.${name}`]}
            />
          ))}
          {fields["query.inputs"] ? <p className="text-small text-critical">! {fields["query.inputs"]}</p> : null}
        </>
      ) : null}
      {draft.kind === "model" ? null : (
        <Select
          label="Shown with the model"
          value={draft.model}
          onChange={(event) => edit({ model: event.target.value })}
          options={[
            { value: "", label: "None: it is about all of them" },
            ...options.models.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          error={fields.model}
        />
      )}
    </>
  );
}
