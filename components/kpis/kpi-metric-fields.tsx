import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import { withModel } from "#lib/client/kpi-draft";
import type { KpiFormPart } from "./kpi-form-part.tsx";

const families: Record<string, string> = {
  performance: "Performance",
  estimated: "Estimate without labels",
  drift: "Drift",
  quality: "Data quality",
  operations: "Operations",
  volume: "Volume",
  bias: "Fairness",
  explainability: "Explanation",
};
const family = (metric: string) => families[metric.split(".")[0] ?? ""] ?? "Other";
const choices = (items: readonly string[], none: string) => [
  { value: "", label: none },
  ...items.map((item) => ({ value: item, label: item })),
];

/** Which metric of which model. */
export function KpiMetricFields({ draft, edit, fields, options }: KpiFormPart) {
  const model = options.models.find(({ slug }) => slug === draft.model);
  const metric = model?.metrics.find(({ name }) => name === draft.metric);
  return (
    <>
      <Select
        label="Model"
        value={draft.model}
        onChange={(event) => edit(withModel(event.target.value, draft.metric, options))}
        options={options.models.map(({ slug, name }) => ({ value: slug, label: name }))}
        error={fields["query.model"] ?? fields.model}
      />
      <Select
        label="Metric"
        value={draft.metric}
        onChange={(event) => {
          const next = model?.metrics.find(({ name }) => name === event.target.value);
          const better = next?.direction === "up" || next?.direction === "down" ? { direction: next.direction } : {};
          edit({ metric: event.target.value, feature: "", attribute: "", ...better });
        }}
        options={(model?.metrics ?? []).map(({ name, label }) => ({ value: name, label: `${family(name)} · ${label}` }))}
        error={fields["query.metric"] ?? fields.query}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {metric?.needs === "feature" ? (
          <Select
            label="Feature"
            value={draft.feature}
            onChange={(event) => edit({ feature: event.target.value })}
            options={choices(model?.features ?? [], "The one that is worst")}
            error={fields["query.feature"]}
          />
        ) : null}
        {metric?.needs === "attribute" ? (
          <Select
            label="Group attribute"
            value={draft.attribute}
            onChange={(event) => edit({ attribute: event.target.value })}
            options={choices(model?.attributes ?? [], "The first one")}
            help={model?.attributes.length === 0 ? "This model has no groups. Add them in its settings." : undefined}
            error={fields["query.attribute"]}
          />
        ) : null}
        <Select
          label="Version"
          value={draft.version}
          onChange={(event) => edit({ version: event.target.value })}
          options={choices(model?.versions ?? [], "All but shadow versions")}
          error={fields["query.version"]}
        />
        <TextField
          label="Segment"
          value={draft.segment}
          onChange={(event) => edit({ segment: event.target.value })}
          help="Empty for all rows, or one value such as region:NE."
          error={fields["query.segment"]}
        />
      </div>
    </>
  );
}
