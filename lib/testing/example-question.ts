import type { Question } from "#lib/domain/analysis/question";
import type { EventRow } from "#lib/domain/events/event";
import type { Model } from "#lib/domain/models/model";

/** A row with an id and a time and nothing else but what is given. */
export const exampleRow = (row: Partial<EventRow> = {}): EventRow => ({
  id: "a1",
  atMicros: Date.parse("2022-03-01T00:00:00Z") * 1000,
  score: null,
  prediction: null,
  label: null,
  latencyMs: null,
  error: null,
  cells: [],
  scores: null,
  attributions: null,
  ...row,
});

type Counted = Pick<Model, "task" | "decisionThreshold" | "positiveLabel" | "schema">;

/** A question about a model with the usual settings, no reference and no windows but what is given. */
export const exampleQuestion = (
  model: Counted & Partial<Question["model"]>,
  rest: Pick<Question, "spec"> & Partial<Question>,
): Question => ({
  model: {
    slug: "example",
    timeZone: "UTC",
    minimumRows: 200,
    minimumLabelCoverage: 0,
    labelDelaySeconds: 0,
    store: { kind: "postgres" },
    ...model,
  },
  size: "1mo",
  windows: [],
  reference: null,
  now: Date.parse("2026-01-01T00:00:00Z"),
  pendingRows: 0,
  version: null,
  segment: null,
  ...rest,
});
