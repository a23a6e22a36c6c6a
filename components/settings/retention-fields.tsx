import type { ModelFormPart } from "#components/registration/model-form-part";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/text-field";
import { type RetentionTier, retentionTiers } from "#lib/client/model-draft";

const words: Record<RetentionTier, { label: string; help: string }> = {
  rows: { label: "Rows", help: "Single predictions with their features. Without them nothing older can be counted anew." },
  "5m": { label: "Windows of 5 minutes", help: "Without segments." },
  "1h": { label: "Windows of an hour", help: "With segments." },
  "1d": { label: "Windows of a day", help: "With segments. Weeks and months are made of them." },
};

/** How long rows and windows are kept. */
export function RetentionFields({ draft, edit, fields }: ModelFormPart) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {retentionTiers.map((tier) => (
          <TextField
            key={tier}
            label={words[tier].label}
            value={draft.retention[tier]}
            placeholder="for ever"
            onChange={(event) => edit({ retention: { ...draft.retention, [tier]: event.target.value } })}
            help={words[tier].help}
            error={fields[`retention.${tier}`]}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => edit({ retention: { ...draft.retention, "5m": "48h", "1h": "90d" } })}>Suggest to save space</Button>
        <span className="text-small text-ink-faint">Durations such as 48h, 90d or 365d. Empty keeps everything.</span>
      </div>
    </>
  );
}
