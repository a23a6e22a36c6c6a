import { NumberField } from "#components/ui/number-field";
import { SegmentedControl } from "#components/ui/segmented-control";
import { TextField } from "#components/ui/text-field";
import type { FormPart } from "./rule-form.tsx";

const noData = [
  { value: "no_data", label: "Show it" },
  { value: "alert", label: "Alert" },
  { value: "ok", label: "Normal" },
  { value: "keep", label: "Keep" },
] as const;
const onError = [
  { value: "error", label: "Show it" },
  { value: "alert", label: "Alert" },
  { value: "ok", label: "Normal" },
  { value: "keep", label: "Keep" },
] as const;

/** What no value means: it is shown, it alerts, it counts as normal, or everything stays as it was. */
export function RuleMissing({ draft, edit, fields }: FormPart) {
  return (
    <>
      <SegmentedControl
        label="No data"
        value={draft.noData}
        onChange={(value) => edit({ noData: noData.find((one) => one.value === value)?.value ?? "no_data" })}
        options={noData}
      />
      <SegmentedControl
        label="Query error"
        value={draft.onError}
        onChange={(value) => edit({ onError: onError.find((one) => one.value === value)?.value ?? "error" })}
        options={onError}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="After"
          value={draft.noDataFor}
          onChange={(event) => edit({ noDataFor: event.target.value })}
          error={fields.noDataFor}
        />
        <NumberField
          label="At least"
          unit="rows"
          min={0}
          step={1}
          value={draft.minimumSamples}
          placeholder="model’s"
          onChange={(event) => edit({ minimumSamples: event.target.value })}
          error={fields.minimumSamples}
        />
      </div>
    </>
  );
}
