import { SegmentedControl } from "#components/ui/segmented-control";
import { Select } from "#components/ui/select";
import { type RuleFormOptions, severityFor } from "#lib/domain/alerts/rule-draft";
import type { FormPart } from "./rule-form.tsx";

const named = (items: readonly { slug: string; name: string }[]) => items.map(({ slug, name }) => ({ value: slug, label: name }));
const plain = (items: readonly string[], none?: string) => [
  ...(none ? [{ value: "", label: none }] : []),
  ...items.map((item) => ({ value: item, label: item })),
];

/** A metric of a model or a KPI. */
export function RuleWatch({ draft, edit, fields, options }: FormPart & { options: RuleFormOptions }) {
  const model = options.models.find(({ slug }) => slug === draft.model);
  const metric = model?.metrics.find(({ name }) => name === draft.metric);
  return (
    <>
      <SegmentedControl
        label="Watch"
        hideLabel
        value={draft.watch}
        onChange={(watch) => edit({ watch: watch === "kpi" ? "kpi" : "model" })}
        options={[
          { value: "model", label: "A model" },
          { value: "kpi", label: "A KPI" },
        ]}
      />
      {draft.watch === "kpi" ? (
        <Select
          label="KPI"
          value={draft.kpi}
          onChange={(event) => edit({ kpi: event.target.value })}
          options={named(options.kpis)}
          error={fields["query.kpi"]}
        />
      ) : (
        <>
          <Select
            label="Model"
            value={draft.model}
            onChange={(event) => {
              const next = options.models.find(({ slug }) => slug === event.target.value);
              edit({
                model: event.target.value,
                metric: next?.metrics[0]?.name ?? "",
                feature: "",
                attribute: "",
                version: "",
                ...(next ? { severity: severityFor(next.criticality) } : {}),
              });
            }}
            options={named(options.models)}
            error={fields["query.model"]}
          />
          <Select
            label="Metric"
            value={draft.metric}
            onChange={(event) => edit({ metric: event.target.value, feature: "", attribute: "" })}
            options={(model?.metrics ?? []).map(({ name, label }) => ({ value: name, label }))}
            error={fields["query.metric"]}
          />
          {metric?.needs === "feature" ? (
            <Select
              label="Feature"
              value={draft.feature}
              onChange={(event) => edit({ feature: event.target.value })}
              options={plain(model?.features ?? [], "Choose a feature")}
              error={fields["query.feature"]}
            />
          ) : null}
          {metric?.needs === "attribute" ? (
            <Select
              label="Group attribute"
              value={draft.attribute}
              onChange={(event) => edit({ attribute: event.target.value })}
              options={plain(model?.attributes ?? [], "Choose an attribute")}
              error={fields["query.attribute"]}
            />
          ) : null}
          <Select
            label="Version"
            value={draft.version}
            onChange={(event) => edit({ version: event.target.value })}
            options={plain(model?.versions ?? [], "All versions")}
          />
        </>
      )}
    </>
  );
}
