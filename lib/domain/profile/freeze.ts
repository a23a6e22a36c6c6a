import type { EventRow } from "#lib/domain/events/event";
import type { Expectations, FeatureType, Model } from "#lib/domain/models/model";
import { freezeCategories, freezeNumbers, MOST_KNOWN } from "./freeze-layout.ts";
import { NumberSample } from "./number-sample.ts";
import type { ColumnSource, ColumnSpec, ProfileSpec } from "./profile.ts";
import { columnCell } from "./row-values.ts";

/** What a spec needs to know of a model. */
export type SpecModel = Pick<Model, "task" | "decisionThreshold" | "positiveLabel" | "schema">;

type Accumulator =
  | { kind: "numbers"; column: ColumnSpec; sample: NumberSample }
  | { kind: "categories"; column: ColumnSpec; counts: Map<string, number> | null };

/** A reference being read: feed it row by row with `addReferenceRow`, then `finishReference`. */
export type ReferenceReader = { spec: ProfileSpec; columns: Accumulator[] };

const MOST_NUMBERS_OF_COLUMN = 2_000_000;
const MOST_NUMBERS = 20_000_000;

/** The spec of a model that has no reference yet: missing, wrong type, sums and outcomes are counted, no bins. */
export function specWithoutReference(model: SpecModel): ProfileSpec {
  const features = model.schema.features.map(({ name, type, slot, expectations }) =>
    column(name, type, { kind: "slot", slot }, expectedOf(expectations)),
  );
  const outputs: ColumnSpec[] = model.task === "binary" ? [column("@score", "numeric", { kind: "score" })] : [];
  outputs.push(column("@prediction", model.task === "regression" ? "numeric" : "categorical", { kind: "prediction" }));
  return {
    task: model.task,
    decisionThreshold: model.decisionThreshold,
    positive: model.task === "binary" ? "1" : String(model.positiveLabel),
    columns: [...features, ...outputs],
    groups: model.schema.groups.map(({ name, slot }) => ({ name, slot })),
    segments: model.schema.segments.map(({ name, slot }) => ({ name, slot })),
    attributions: model.schema.features.map(({ name }) => name),
    reference: 0,
  };
}

/**
 * Freezes a reference: the same rows in any order give the same spec, as long as no numeric column has more than `limit` values (2,000,000, or
 * less with very many numeric columns); beyond that quantiles come from evenly spaced rows.
 */
export function freezeSpec({ model, rows, version }: { model: SpecModel; rows: Iterable<EventRow>; version: number }): ProfileSpec {
  const reader = readReference(model);
  for (const row of rows) addReferenceRow(reader, row);
  return finishReference(reader, version);
}

export function readReference(model: SpecModel): ReferenceReader {
  const spec = specWithoutReference(model);
  const numeric = spec.columns.filter(({ type }) => type === "numeric").length;
  const limit = Math.min(MOST_NUMBERS_OF_COLUMN, Math.floor(MOST_NUMBERS / Math.max(1, numeric)));
  const columns = spec.columns.map(
    (column): Accumulator =>
      column.type === "numeric"
        ? { kind: "numbers", column, sample: new NumberSample(limit) }
        : { kind: "categories", column, counts: new Map() },
  );
  return { spec, columns };
}

export function addReferenceRow({ spec, columns }: ReferenceReader, row: EventRow): void {
  for (const accumulator of columns) {
    const cell = columnCell(spec, accumulator.column.source, row);
    if (accumulator.kind === "numbers") {
      if (typeof cell === "number") accumulator.sample.add(cell);
    } else if (typeof cell === "string" && accumulator.counts !== null) {
      accumulator.counts.set(cell, (accumulator.counts.get(cell) ?? 0) + 1);
      if (accumulator.counts.size > MOST_KNOWN) accumulator.counts = null;
    }
  }
}

/** `version` is the number of the reference, 1 or more. */
export function finishReference({ spec, columns }: ReferenceReader, version: number): ProfileSpec {
  const frozen = columns.map((accumulator) => ({
    ...accumulator.column,
    ...(accumulator.kind === "numbers" ? freezeNumbers(accumulator.sample) : freezeCategories(accumulator.counts)),
  }));
  return { ...spec, columns: frozen, reference: version };
}

function column(name: string, type: FeatureType, source: ColumnSource, expected: ColumnSpec["expected"] = null): ColumnSpec {
  return { name, type, source, layout: { kind: "none" }, fences: null, expected };
}

function expectedOf({ values, min, max, unique }: Expectations = {}): ColumnSpec["expected"] {
  if (values === undefined && min === undefined && max === undefined && !unique) return null;
  return { values: values ?? null, min: min ?? null, max: max ?? null, ...(unique ? { unique } : {}) };
}
