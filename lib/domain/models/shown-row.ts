import type { Cell, EventRow } from "#lib/domain/events/event";
import type { Model } from "./model.ts";

type Value = string | number | boolean | null;

/** A stored row as it was sent: names instead of slots, labels and predictions in their own type. */
export type ShownRow = {
  id: string;
  timestamp: string;
  version: string;
  score: number | null;
  scores: Record<string, number> | null;
  prediction: Value;
  label: Value;
  latencyMs: number | null;
  error: string | null;
  features: Record<string, Value>;
  groups: Record<string, Value>;
  segments: Record<string, Value>;
  attributions: Record<string, number> | null;
  /** features whose value did not have the declared type, as they were sent */
  wrongType: Record<string, string>;
};

const cellValue = (cell: Cell, isBoolean: boolean): Value => {
  if (cell === undefined || typeof cell === "object") return null;
  return isBoolean && typeof cell === "string" ? cell === "true" : cell;
};

const outcome = (task: Model["task"], text: string | null): Value => (text === null || task === "multiclass" ? text : Number(text));

/** RFC 3339 with as many digits as the time has, because identity includes all of them. */
export function instantText(micros: number): string {
  const rest = ((micros % 1000) + 1000) % 1000;
  const text = new Date((micros - rest) / 1000).toISOString();
  return rest === 0 ? text : text.replace("Z", `${String(rest).padStart(3, "0")}Z`);
}

export function shownRow(model: Pick<Model, "task" | "schema">, row: EventRow & { version: string }): ShownRow {
  const { features, groups, segments } = model.schema;
  const named = (columns: readonly { name: string; slot: number }[]) =>
    Object.fromEntries(columns.map(({ name, slot }) => [name, cellValue(row.cells[slot], false)]));
  const wrong = features.flatMap(({ name, slot }) => {
    const cell = row.cells[slot];
    return typeof cell === "object" ? [[name, cell.wrong] as const] : [];
  });
  return {
    id: row.id,
    timestamp: instantText(row.atMicros),
    version: row.version,
    score: row.score,
    scores: row.scores,
    prediction: outcome(model.task, row.prediction),
    label: outcome(model.task, row.label),
    latencyMs: row.latencyMs,
    error: row.error,
    features: Object.fromEntries(features.map(({ name, type, slot }) => [name, cellValue(row.cells[slot], type === "boolean")])),
    groups: named(groups),
    segments: named(segments),
    attributions: row.attributions,
    wrongType: Object.fromEntries(wrong),
  };
}
