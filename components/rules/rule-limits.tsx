import { NumberField } from "#components/ui/number-field";
import { Select } from "#components/ui/select";
import { hasTwoBounds, type RuleDraft } from "#lib/domain/alerts/rule-draft";
import type { FormPart } from "./rule-form.tsx";

const operators: { value: RuleDraft["operator"]; label: string }[] = [
  { value: "below", label: "below" },
  { value: "above", label: "above" },
  { value: "outside", label: "outside a range" },
  { value: "inside", label: "inside a range" },
  { value: "equal", label: "equal to" },
  { value: "change", label: "changes by more than" },
  { value: "changePercent", label: "changes by more than (%)" },
];

/** When the value is bad: critical, warning, and where it counts as recovered. */
export function RuleLimits({ draft, edit, fields }: FormPart) {
  const two = hasTwoBounds(draft.operator);
  const rows = [
    { key: "critical", high: "criticalHigh", label: "Critical" },
    { key: "warning", high: "warningHigh", label: "Warning" },
    ...(draft.operator === "equal" ? [] : [{ key: "recovery", high: "recoveryHigh", label: "Recovers at" } as const]),
  ] as const;
  return (
    <>
      <Select
        label="Fires when it is"
        value={draft.operator}
        onChange={(event) => edit({ operator: operators.find(({ value }) => value === event.target.value)?.value ?? "below" })}
        options={operators}
        error={fields["condition.operator"]}
      />
      <div className={two ? "grid gap-3" : "grid grid-cols-3 gap-3"}>
        {rows.map(({ key, high, label }) => (
          <div key={key} className={two ? "grid grid-cols-2 gap-3" : ""}>
            <NumberField
              label={two ? `${label}, low` : label}
              value={draft[key]}
              onChange={(event) => edit({ [key]: event.target.value })}
              error={fields[`condition.${key}`]}
            />
            {two ? (
              <NumberField label={`${label}, high`} value={draft[high]} onChange={(event) => edit({ [high]: event.target.value })} />
            ) : null}
          </div>
        ))}
      </div>
      <p className="text-small text-ink-faint">Leave “Recovers at” empty to use the limit itself. {fields.condition ?? ""}</p>
    </>
  );
}
