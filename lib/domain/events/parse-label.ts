import type { Model } from "#lib/domain/models/model";
import { instantMicros } from "./instant.ts";
import { absent, isKey, isRecord, nameText } from "./line-values.ts";
import { outcomeText } from "./outcome-text.ts";
import { bounds, earliest, type Fault } from "./parse-event.ts";

/** A label and the predictions it is for: every one with this id, or only those of the version and the time given. */
export type ParsedLabel = { id: string; version: string | null; atMicros: number | null; label: string };

type Options = {
  model: Pick<Model, "task" | "positiveLabel">;
  nowMs: number;
  /** numbers come as text (CSV) */
  text?: boolean;
};

/** A line's object to a label, compiled for one model. A label cannot be taken back, only replaced: without one the line is a fault. */
export function labelParser({ model, nowMs, text = false }: Options): (raw: unknown) => ParsedLabel | Fault {
  const latest = (nowMs + bounds.futureMs) * 1000;
  return (raw) => {
    if (!isRecord(raw)) return { path: "", message: "The line is not a JSON object." };
    const id = nameText(raw.id);
    if (typeof id !== "string" || id.trim() === "" || !isKey(id, bounds.id))
      return {
        path: "id",
        message: "An id is required: a text of 1 to 200 characters, none of them a zero byte. Send a number beyond 2^53 as text.",
      };

    const version = absent(raw.version) ? null : nameText(raw.version);
    if (version !== null && (typeof version !== "string" || version.trim() === "" || !isKey(version, bounds.version)))
      return { path: "version", message: `Must be a text of at most ${bounds.version} characters, none of them a zero byte.` };

    let atMicros: number | null = null;
    if (!absent(raw.timestamp)) {
      atMicros = typeof raw.timestamp === "string" ? instantMicros(raw.timestamp) : Number.NaN;
      if (Number.isNaN(atMicros))
        return {
          path: "timestamp",
          message: "Must be the prediction's own time in RFC 3339, such as 2026-06-01T00:00:00Z; or leave it out.",
        };
      if (atMicros < earliest) return { path: "timestamp", message: "Lies before 1990. No prediction has that time." };
      if (atMicros > latest) return { path: "timestamp", message: "Lies more than one hour in the future. No prediction has that time." };
    }
    if (absent(raw.label)) return { path: "label", message: "A label is required." };
    const outcome = outcomeText(raw.label, model, text);
    if ("fault" in outcome) return { path: "label", message: outcome.fault };
    return { id, version, atMicros, label: outcome.text };
  };
}
