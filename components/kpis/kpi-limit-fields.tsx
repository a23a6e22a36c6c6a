import { NumberField } from "#components/ui/number-field";
import { SegmentedControl } from "#components/ui/segmented-control";
import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import { limitsSentence } from "#lib/client/kpi-draft";
import { kpiWindowWords } from "#lib/client/kpi-source";
import { kpiWindows } from "#lib/domain/kpis/kpi";
import type { KpiFormPart } from "./kpi-form-part.tsx";

/** What is good, what is not, and in which unit. */
export function KpiLimitFields({ draft, edit, fields }: KpiFormPart) {
  const unit = draft.unit.trim() || undefined;
  const sentence = limitsSentence(draft);
  const sizes = kpiWindows.filter((window) => window !== "1m" || draft.kind !== "model");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Unit"
          value={draft.unit}
          onChange={(event) => edit({ unit: event.target.value })}
          help="As it is read behind the figure: %, bikes an hour, of 100. Values are not converted."
          error={fields.unit}
        />
        <Select
          label="One value for every"
          value={draft.window}
          onChange={(event) => edit({ window: kpiWindows.find((window) => window === event.target.value) ?? "1d" })}
          options={sizes.map((window) => ({ value: window, label: kpiWindowWords[window] }))}
          help="Also how long a sent value counts as current."
          error={fields.window}
        />
      </div>
      <SegmentedControl
        label="Better is"
        value={draft.direction}
        onChange={(direction) => edit({ direction: direction === "down" ? "down" : "up" })}
        options={[
          { value: "up", label: "More" },
          { value: "down", label: "Less" },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField
          label="Target"
          {...(unit ? { unit } : {})}
          value={draft.target}
          onChange={(event) => edit({ target: event.target.value })}
          error={fields.target}
        />
        <NumberField
          label="Warning limit"
          {...(unit ? { unit } : {})}
          value={draft.warning}
          onChange={(event) => edit({ warning: event.target.value })}
          error={fields.warning}
        />
        <NumberField
          label="Critical limit"
          {...(unit ? { unit } : {})}
          value={draft.critical}
          onChange={(event) => edit({ critical: event.target.value })}
          error={fields.critical}
        />
      </div>
      <p aria-live="polite" className="num text-small text-ink-muted">
        {sentence || "All three may be left empty: then the KPI is shown and not judged."}
      </p>
      <p className="text-small text-ink-faint">
        Limits colour this KPI. To be called when one is passed, add an alert rule to the KPI afterwards.
      </p>
    </>
  );
}
