/** A value that did not have its feature's type; kept as the JSON it came as, for the sample of rows. */
export type WrongType = { wrong: string };

/** One value of a row: a number, a category, of the wrong type, or missing. */
export type Cell = number | string | WrongType | undefined;

/**
 * One prediction as it is stored and counted. `cells` is indexed by the slot of the model's stored schema: features, groups and segments alike.
 * Times are whole microseconds since 1970 (a safe integer), because identity includes the timestamp to its last digit.
 * `prediction` and `label` are canonical text: "0"/"1" (binary), the class (multiclass), the shortest round-trip number (regression).
 */
export type EventRow = {
  id: string;
  atMicros: number;
  score: number | null;
  prediction: string | null;
  label: string | null;
  latencyMs: number | null;
  error: string | null;
  cells: Cell[];
  /** probability per class, multiclass only */
  scores: Record<string, number> | null;
  /** attribution per feature name */
  attributions: Record<string, number> | null;
};

/** What is wrong with one line of a body. `line` counts from 1, blank lines included, the header of a CSV too. */
export type LineError = { line: number; code: "invalid" | "conflict" | "too_large"; path: string; message: string };
