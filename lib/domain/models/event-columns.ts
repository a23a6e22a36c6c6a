import { type ColumnEvidence, looksLikeShare, looksLikeTime, looksNumeric, looksUnique } from "./column-evidence.ts";

/** Which column of a file or of a flat row fills which field of an event. */
export type ColumnMapping = {
  id?: string;
  timestamp?: string;
  version?: string;
  score?: string;
  prediction?: string;
  label?: string;
  latencyMs?: string;
  error?: string;
  features: Record<string, string>;
  groups: Record<string, string>;
  segments: Record<string, string>;
};

const words = (...names: string[]) => new RegExp(`(^|[^a-z])(${names.join("|")})([^a-z]|$)`, "i");

export type Field = Exclude<keyof ColumnMapping, "features" | "groups" | "segments">;

/** Names people give to the fields of an event, the surest first, and what the values must look like. */
const fields: { field: Field; names: RegExp[]; fits: (column: ColumnEvidence) => boolean }[] = [
  {
    field: "timestamp",
    names: [/^(timestamp|ts|time|at)$/i, words("timestamp", "datetime", "time", "date", "created_at")],
    fits: looksLikeTime,
  },
  { field: "id", names: [/^id$/i, /^(event|prediction|request|row)[_ -]?id$/i, words("id", "uuid", "key", "instant")], fits: looksUnique },
  { field: "version", names: [/^(model[_ -]?)?version$/i], fits: () => true },
  { field: "score", names: [/^scores?$/i, words("y_pred_proba", "y_score", "proba", "probability", "score")], fits: looksLikeShare },
  {
    field: "prediction",
    names: [/^prediction$/i, words("predicted", "y_pred", "y_hat", "pred", "prediction", "forecast")],
    fits: () => true,
  },
  {
    field: "label",
    names: [/^label$/i, words("y_true", "truth", "ground_truth"), words("target", "actual", "outcome", "label"), /^(class|y)$/i],
    fits: () => true,
  },
  { field: "latencyMs", names: [/^latency[_ -]?ms$/i, words("latency", "response_time", "duration_ms")], fits: looksNumeric },
  { field: "error", names: [/^error([_ -]?message)?$/i], fits: (column) => !looksNumeric(column) },
];

/** Protected attributes, by the names they usually have. */
export const sensitive = words(
  "sex",
  "gender",
  "race",
  "ethnicity",
  "ethnic_group",
  "religion",
  "nationality",
  "disability",
  "age_group",
  "age_band",
  "marital[-_ ]?status",
);
/** What people usually slice by. */
export const slicing = words(
  "region",
  "country",
  "state",
  "city",
  "channel",
  "product",
  "segment",
  "site",
  "store",
  "tier",
  "platform",
  "device",
  "market",
  "branch",
);

/** Sure to be another column with the truth in it. */
export const labelLike = /^(y|y_true|class|target|label|truth|ground_truth|actual|outcome)$/i;

/** "features.income" → the part and the name within it. */
export const nested = (name: string) => /^(features|groups|segments)\.(.+)$/.exec(name);

/** The columns that fill the fields of an event. */
export function fieldsOf(columns: ColumnEvidence[]): Map<Field, ColumnEvidence> {
  const found = new Map<Field, ColumnEvidence>();
  const taken = new Set<string>();
  for (const { field, names, fits } of fields) {
    // A sample of events has the fields under their own names; then nothing is guessed for them.
    const own = columns.find(({ name }) => name === field);
    const named = names.flatMap((pattern) => columns.filter((column) => pattern.test(column.name) && fits(column)));
    const column = [own, ...named].find((candidate) => candidate !== undefined && !nested(candidate.name) && !taken.has(candidate.name));
    if (!column) continue;
    found.set(field, column);
    taken.add(column.name);
  }
  return found;
}
