import type { Model } from "#lib/domain/models/model";
import type { Cell, EventRow } from "./event.ts";
import { instantMicros } from "./instant.ts";
import { absent, cutText, isKey, isRecord, jsonText, nameText, numberFromText } from "./line-values.ts";
import { outcomeText } from "./outcome-text.ts";

export type ParsedEvent = EventRow & { version: string };
export type Fault = { path: string; message: string };

/** Bounds of a line: stated in the API document, tested one by one. */
export const bounds = {
  id: 200,
  version: 100,
  text: 1_000,
  /** values of groups and segments, names of classes and attributions: they become keys */
  key: 200,
  largest: 1e300,
  futureMs: 3_600_000,
  /** entries of scores and of attributions */
  entries: 2_000,
} as const;

/** No telemetry is older. */
export const earliest = instantMicros("1990-01-01");
type Options = {
  model: Pick<Model, "task" | "schema" | "decisionThreshold" | "positiveLabel" | "retention">;
  nowMs: number;
  /** id and timestamp may be absent (lines of a reference) */
  reference?: boolean;
  /** numbers come as text (CSV) */
  text?: boolean;
};

/** Names that a line had and the model does not know: their values are left out, the prediction is kept. */
export type Unknown = (path: string) => void;

/**
 * A line's object to a row, compiled for one model: the hand-written twin of a schema, because it runs for every prediction.
 * A fault names the field and says what would be right.
 */
export function eventParser({
  model,
  nowMs,
  reference = false,
  text = false,
}: Options): (raw: unknown, unknown: Unknown) => ParsedEvent | Fault {
  const { features, groups, segments, nextSlot } = model.schema;
  const featureOf = new Map(features.map((feature) => [feature.name, feature]));
  const slotOf = {
    groups: new Map(groups.map(({ name, slot }) => [name, slot])),
    segments: new Map(segments.map(({ name, slot }) => [name, slot])),
  };
  const latest = (nowMs + bounds.futureMs) * 1000;
  const oldest = model.retention?.rows ? (nowMs - model.retention.rows * 1000) * 1000 : earliest;

  const numberOf = (value: unknown): number | undefined => {
    if (typeof value === "number") return value;
    return text && typeof value === "string" ? numberFromText(value) : undefined;
  };
  const usable = (value: number) => Number.isFinite(value) && Math.abs(value) <= bounds.largest;

  const wrong = (value: unknown): Cell => ({ wrong: cutText(jsonText(value), bounds.text) });

  function featureCell(type: "numeric" | "categorical" | "boolean", value: unknown, path: string): { cell: Cell } | Fault {
    if (absent(value)) return { cell: undefined };
    if (type === "numeric") {
      const number = numberOf(value);
      if (number === undefined) return { cell: wrong(value) };
      return usable(number) ? { cell: number } : { path, message: "Must be a finite number of at most 1e300 in size." };
    }
    if (type === "boolean") {
      if (typeof value === "boolean") return { cell: value ? "true" : "false" };
      const word = typeof value === "string" ? value.trim().toLowerCase() : value;
      if (word === 1 || word === "1" || word === "true") return { cell: "true" };
      if (word === 0 || word === "0" || word === "false") return { cell: "false" };
      return { cell: wrong(value) };
    }
    if (typeof value === "object") return { cell: wrong(value) };
    if (typeof value === "number" && !Number.isFinite(value)) return { path, message: "Must be a text or a finite number." };
    const category = String(value);
    return isKey(category, bounds.text)
      ? { cell: category }
      : { path, message: `Must have at most ${bounds.text} characters, none of them a zero byte.` };
  }

  function named(raw: unknown, path: "attributions" | "scores"): Record<string, number> | null | Fault {
    if (absent(raw)) return null;
    if (!isRecord(raw)) return { path, message: "Must be an object of numbers." };
    const out: Record<string, number> = {};
    const entries = Object.entries(raw);
    if (entries.length > bounds.entries) return { path, message: `Has more than ${bounds.entries} entries.` };
    for (const [name, value] of entries) {
      if (absent(value)) continue;
      if (name === "__proto__") return { path, message: "__proto__ cannot be a name." };
      if (!isKey(name, bounds.key)) return { path, message: `A name has at most ${bounds.key} characters, none of them a zero byte.` };
      const number = numberOf(value);
      if (number === undefined || !usable(number)) return { path: `${path}.${name}`, message: "Must be a finite number." };
      if (path === "scores" && (number < 0 || number > 1))
        return { path: `${path}.${name}`, message: "A probability lies between 0 and 1." };
      out[name] = number;
    }
    return Object.keys(out).length ? out : null;
  }

  return (raw, unknown) => {
    if (!isRecord(raw)) return { path: "", message: "The line is not a JSON object." };
    const id = nameText(raw.id);
    if (absent(id)) {
      if (!reference) return { path: "id", message: "An id is required: 1 to 200 characters." };
    } else if (typeof id !== "string" || !isKey(id, bounds.id) || id.trim() === "")
      return { path: "id", message: "Must be a text of 1 to 200 characters, none of them a zero byte. Send a number beyond 2^53 as text." };
    const time = raw.timestamp;
    let atMicros = Number.NaN;
    if (!absent(time)) {
      atMicros = typeof time === "string" ? instantMicros(time) : Number.NaN;
      if (Number.isNaN(atMicros)) return { path: "timestamp", message: "Must be an RFC 3339 time such as 2026-06-01T00:00:00Z." };
      if (atMicros < earliest) return { path: "timestamp", message: "Lies before 1990." };
      if (!reference && atMicros > latest)
        return { path: "timestamp", message: "Lies more than one hour in the future. Check the clock of the sender." };
      if (!reference && atMicros < oldest) return { path: "timestamp", message: "Is older than this model keeps rows." };
    } else if (!reference) return { path: "timestamp", message: "A timestamp is required, such as 2026-06-01T00:00:00Z." };

    const version = absent(raw.version) ? "v1" : nameText(raw.version);
    if (typeof version !== "string" || version.trim() === "" || !isKey(version, bounds.version))
      return { path: "version", message: `Must be a text of at most ${bounds.version} characters, none of them a zero byte.` };

    let score: number | null = null;
    if (!absent(raw.score)) {
      const number = numberOf(raw.score);
      if (number === undefined || !(number >= 0 && number <= 1))
        return { path: "score", message: "Must be a probability between 0 and 1." };
      score = number;
    }
    const scores = named(raw.scores, "scores");
    if (scores && "message" in scores && typeof scores.message === "string") return { path: String(scores.path), message: scores.message };
    const attributions = named(raw.attributions, "attributions");
    if (attributions && "message" in attributions && typeof attributions.message === "string")
      return { path: String(attributions.path), message: attributions.message };

    let prediction: string | null = null;
    if (!absent(raw.prediction)) {
      const outcome = outcomeText(raw.prediction, model, text);
      if ("fault" in outcome) return { path: "prediction", message: outcome.fault };
      prediction = outcome.text;
    } else if (model.task === "binary" && score !== null) prediction = score >= model.decisionThreshold ? "1" : "0";
    else if (model.task === "multiclass" && scores)
      prediction = Object.entries(scores as Record<string, number>).reduce((best, one) => (one[1] > best[1] ? one : best))[0];

    let label: string | null = null;
    if (!absent(raw.label)) {
      const outcome = outcomeText(raw.label, model, text);
      if ("fault" in outcome) return { path: "label", message: outcome.fault };
      label = outcome.text;
    }
    let latencyMs: number | null = null;
    if (!absent(raw.latencyMs)) {
      const number = numberOf(raw.latencyMs);
      if (number === undefined || !(number >= 0 && number <= 1e12))
        return { path: "latencyMs", message: "Must be a number of milliseconds from 0 on." };
      latencyMs = number;
    }
    if (typeof raw.error === "object" && raw.error !== null) return { path: "error", message: "Must be a text, true, false or null." };
    const error =
      absent(raw.error) || raw.error === false || (text && /^(false|0)$/i.test(String(raw.error)))
        ? null
        : cutText(String(raw.error), bounds.text);

    const cells: Cell[] = new Array(nextSlot);
    if (!absent(raw.features)) {
      if (!isRecord(raw.features)) return { path: "features", message: "Must be an object." };
      for (const name in raw.features) {
        const feature = featureOf.get(name);
        if (!feature) {
          unknown(`features.${name}`);
          continue;
        }
        const found = featureCell(feature.type, raw.features[name], `features.${name}`);
        if ("message" in found) return found;
        cells[feature.slot] = found.cell;
      }
    }
    for (const kind of ["groups", "segments"] as const) {
      const given = raw[kind];
      if (absent(given)) continue;
      if (!isRecord(given)) return { path: kind, message: "Must be an object." };
      for (const name in given) {
        const slot = slotOf[kind].get(name);
        const value = given[name];
        if (slot === undefined) unknown(`${kind}.${name}`);
        else if (!absent(value)) {
          if (typeof value === "object" || (typeof value === "number" && !Number.isFinite(value)) || !isKey(String(value), bounds.key))
            return { path: `${kind}.${name}`, message: `Must be a text of at most ${bounds.key} characters, none of them a zero byte.` };
          cells[slot] = String(value);
        }
      }
    }
    return {
      id: typeof id === "string" ? id : "",
      atMicros,
      version,
      score,
      prediction,
      label,
      latencyMs,
      error,
      cells,
      scores: scores as Record<string, number> | null,
      attributions: attributions as Record<string, number> | null,
    };
  };
}

export const isFault = (parsed: object): parsed is Fault => "message" in parsed && "path" in parsed;
