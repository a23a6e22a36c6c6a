import { NumberField } from "#components/ui/number-field";
import type { ModelFormPart } from "./model-form-part.tsx";

/** When there is enough to judge. */
export function ModelJudging({ draft, edit, fields }: ModelFormPart) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <NumberField
        label="Minimum rows"
        min={0}
        step={1}
        value={draft.minimumRows}
        onChange={(event) => edit({ minimumRows: event.target.value })}
        help="A window with fewer is shown without a verdict: neither green nor red."
        error={fields.minimumRows}
      />
      <NumberField
        label="Minimum share of labels"
        unit="%"
        min={0}
        max={100}
        value={draft.minimumLabelCoverage}
        onChange={(event) => edit({ minimumLabelCoverage: event.target.value })}
        help="Below it performance is shown without a verdict. 0 asks for none."
        error={fields.minimumLabelCoverage}
      />
    </div>
  );
}
