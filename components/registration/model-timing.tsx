import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import { windows } from "#lib/domain/models/model";
import { windowChoices } from "#lib/domain/models/model-words";
import type { ModelFormPart } from "./model-form-part.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

/** Into which windows its time is cut, and how late the truth comes. */
export function ModelTiming({ draft, edit, fields }: ModelFormPart) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Window"
          value={draft.window}
          onChange={(event) => edit({ window: windows.find((size) => size === event.target.value) ?? "1h" })}
          options={windows.map((size) => ({ value: size, label: windowChoices[size] }))}
          help="Values are worked out for each of these. Long enough to hold some hundred predictions."
          error={fields.window}
        />
        <TextField
          label="Labels come after"
          value={draft.labelDelay}
          onChange={(event) => edit({ labelDelay: event.target.value })}
          help="How long until it is known what was right, such as 1h or 7d. Until then a window is pending, not bad."
          error={fields.labelDelay}
        />
      </div>
      <TimeZoneField value={draft.timeZone} onChange={(timeZone) => edit({ timeZone })} error={fields.timeZone} />
    </>
  );
}
