import { describe, expect, test } from "vitest";
import type { EventRow } from "#lib/domain/events/event";
import { columnQuality } from "#lib/domain/metrics/quality-metrics";
import { decodeProfile, encodeProfile } from "./codec.ts";
import { compileSpec } from "./compiled-spec.ts";
import { addRow, changeLabel } from "./counting.ts";
import { emptyConfusion, emptyProfile } from "./empty-profile.ts";
import type { SpecModel } from "./freeze.ts";
import { freezeSpec, specWithoutReference } from "./freeze.ts";
import { noKnownValues, openRegistry, takeAdditions } from "./known-values.ts";
import { binaryConfusion, multiclassCounts, scoreBinCounts } from "./outcome-counts.ts";
import { scoreBin } from "./score-bin.ts";

const row = (changes: Partial<EventRow>): EventRow => ({
  id: "a",
  atMicros: 1,
  score: null,
  prediction: null,
  label: null,
  latencyMs: null,
  error: null,
  cells: [],
  scores: null,
  attributions: null,
  ...changes,
});

const model: SpecModel = {
  task: "binary",
  decisionThreshold: 0.5,
  positiveLabel: 1,
  schema: {
    features: [
      { name: "income", type: "numeric", slot: 0, expectations: { min: 0, max: 100 } },
      { name: "purpose", type: "categorical", slot: 1, expectations: { values: ["car", "house"] } },
    ],
    groups: [{ name: "sex", slot: 2 }],
    segments: [],
    nextSlot: 3,
  },
};

function countOf(rows: EventRow[], of: SpecModel = model, reference: EventRow[] = []) {
  const spec = reference.length > 0 ? freezeSpec({ model: of, rows: reference, version: 1 }) : specWithoutReference(of);
  const [profile, compiled, known] = [emptyProfile(spec), compileSpec(spec), openRegistry(noKnownValues)];
  for (const each of rows) addRow(profile, compiled, known, each);
  return { profile, compiled, known, spec };
}

describe("columns", () => {
  test("missing, wrong type, unseen, outlier and unexpected are five different things", () => {
    const reference = [1, 2, 3, 4].map((income) => row({ cells: [income, "car"] }));
    const { profile } = countOf(
      [
        row({ cells: [2, "car"] }),
        row({ cells: [undefined, undefined] }),
        row({ cells: [{ wrong: '"x"' }, { wrong: "1" }] }),
        row({ cells: [-50, "boat"] }),
        row({ cells: ["2", 3] }),
      ],
      model,
      reference,
    );
    expect(profile.columns[0]).toEqual({
      bins: new Map([
        [3, 1],
        [0, 1],
      ]),
      missing: 1,
      wrongType: 2,
      sum: -48,
      sumSquares: 2504,
      min: -50,
      max: 2,
      outliers: 1,
      unexpected: 1,
      distinct: null,
    });
    expect(profile.columns[1]).toMatchObject({ missing: 1, wrongType: 2, unexpected: 1, min: null });
    expect([...(profile.columns[1]?.bins ?? [])]).toEqual([
      [0, 1],
      [2, 1],
    ]);
  });

  test("where uniqueness is declared, repeated values are found in the window and told in words", () => {
    const [first, ...others] = model.schema.features;
    if (!first) throw new Error("a feature");
    const unique = { ...model, schema: { ...model.schema, features: [{ ...first, expectations: { unique: true } }, ...others] } };
    const { profile, spec } = countOf(
      [row({ cells: [1, "car"] }), row({ cells: [1, "car"] }), row({ cells: [2, "car"] }), row({ cells: [undefined, "car"] })],
      unique,
    );
    const read = decodeProfile(encodeProfile(profile, spec), spec);
    const column = spec.columns[0];
    const quality = column && columnQuality(read, column, 0, { unique: true });
    expect(quality?.repeatedShare).toBeCloseTo(1 / 4);
    expect(quality?.broken).toEqual(["25 % of rows repeat a value that should be unique."]);
  });

  test("a category that the reference had too rarely for a bin of its own is other, not unseen", () => {
    const names = Array.from({ length: 1001 }, (_, index) => `c${String(index).padStart(4, "0")}`);
    const reference = names.map((name) => row({ cells: [1, name] }));
    const { profile } = countOf([row({ cells: [1, "c0000"] }), row({ cells: [1, "c1000"] }), row({ cells: [1, "new"] })], model, reference);
    expect([...(profile.columns[1]?.bins.keys() ?? [])]).toEqual([0, 1000, 1001]);
  });

  test("score and prediction are columns too", () => {
    const { profile, spec } = countOf([row({ score: 0.25 }), row({ prediction: "1" })]);
    expect(spec.columns.map(({ name }) => name)).toEqual(["income", "purpose", "@score", "@prediction"]);
    expect(profile.columns[2]).toMatchObject({ sum: 0.25, missing: 1 });
    expect(profile.columns[3]).toMatchObject({ missing: 0 });
  });
});

describe("binary outcome", () => {
  test("a prediction that is absent follows from the score, the threshold itself being positive", () => {
    const { profile } = countOf([row({ score: 0.5, label: "1" }), row({ score: 0.49, label: "1" }), row({ score: 0.9, prediction: "0" })]);
    expect(profile.outcome.kind === "binary" && binaryConfusion(profile.outcome)).toEqual({
      ...emptyConfusion(),
      tp: 1,
      fn: 1,
      unlabelledNegative: 1,
    });
  });

  test("log loss and Brier score are sums over rows with score and label, from the scores themselves", () => {
    const scores = [0.91, 0.82, 0.73, 0.64, 0.55, 0.46, 0.37, 0.28, 0.19, 0];
    const labels = [1, 0, 0, 1, 1, 1, 0, 1, 0, 0];
    const rows = scores.map((score, index) => row({ score, label: String(labels[index]) }));
    const { profile } = countOf([...rows, row({ score: 0.1 }), row({ label: "1" })]);
    const { outcome } = profile;
    if (outcome.kind !== "binary") throw new Error(outcome.kind);
    expect([outcome.scored, profile.labelled]).toEqual([10, 11]);
    expect(outcome.logLossSum / 10).toBeCloseTo(0.6884817487155065, 12);
    expect(outcome.brierSum / 10).toBeCloseTo(0.25285, 12);
    expect(outcome.calibration[9]).toEqual({ rows: 1, scoreSum: 0.91, positives: 1 });
    const counts = scoreBinCounts(outcome);
    expect([counts.positives[scoreBin(0.91)], counts.negatives[scoreBin(0)], counts.unlabelled[scoreBin(0.1)]]).toEqual([1, 1, 1]);
  });
});

describe("groups", () => {
  test("count confusion per value, a missing value as the empty one", () => {
    const { profile, known } = countOf([
      row({ prediction: "1", label: "1", cells: [1, "car", "female"] }),
      row({ prediction: "1", label: "0", cells: [1, "car", "female"] }),
      row({ prediction: "0", label: "1" }),
      row({ prediction: "0" }),
      row({ label: "1", cells: [1, "car", "female"] }),
    ]);
    expect(profile.groups.get("sex")).toEqual(
      new Map([
        ["female", { ...emptyConfusion(), tp: 1, fp: 1 }],
        ["", { ...emptyConfusion(), fn: 1, unlabelledNegative: 1 }],
      ]),
    );
    expect(takeAdditions(known)).toEqual([{ kind: "groups", name: "sex", value: "female" }]);
  });

  test("of a multiclass model set the positive class against the others", () => {
    const { profile } = countOf([row({ prediction: "cat", label: "dog" }), row({ prediction: "dog", label: "bird" })], {
      ...model,
      task: "multiclass",
      positiveLabel: "cat",
    });
    expect(profile.groups.get("sex")?.get("")).toEqual({ ...emptyConfusion(), fp: 1, tn: 1 });
  });

  test("of a regression are not counted", () => {
    const { profile } = countOf([row({ prediction: "1", label: "2" })], { ...model, task: "regression" });
    expect(profile.groups.get("sex")).toEqual(new Map());
  });
});

test("multiclass counts class × class, and log loss from the label's probability", () => {
  const { profile } = countOf(
    [
      row({ prediction: "cat", label: "dog", scores: { cat: 0.75, dog: 0.25 } }),
      row({ prediction: "cat" }),
      row({ label: "constructor", scores: { cat: 1 } }),
    ],
    { ...model, task: "multiclass" },
  );
  const { outcome } = profile;
  if (outcome.kind !== "multiclass") throw new Error(outcome.kind);
  expect(multiclassCounts(outcome)).toEqual([
    { prediction: "cat", label: "dog", rows: 1 },
    { prediction: "cat", label: null, rows: 1 },
    { prediction: null, label: "constructor", rows: 1 },
  ]);
  expect([outcome.scored, outcome.logLossSum]).toEqual([2, -Math.log(0.25) - Math.log(Number.EPSILON)]);
});

test("regression sums leave labels of 0 out of the percentage error", () => {
  const rows = [row({ prediction: "3", label: "2" }), row({ prediction: "-1", label: "0" }), row({ prediction: "5" }), row({ label: "5" })];
  const { profile } = countOf(rows, { ...model, task: "regression" });
  expect(profile.outcome).toEqual({
    kind: "regression",
    n: 2,
    sumError: 0,
    sumAbsoluteError: 2,
    sumSquaredError: 2,
    nPercentage: 1,
    sumAbsolutePercentage: 0.5,
    sumLabel: 2,
    sumSquaredLabel: 4,
  });
  expect(profile.columns.at(-1)).toMatchObject({ sum: 7, missing: 1, min: -1, max: 5 });
});

test("time, errors, latency and attributions are kept", () => {
  const { profile } = countOf([
    row({ atMicros: 5, latencyMs: 12.5, attributions: { income: -0.5, unknown: 3 } }),
    row({ atMicros: 3, latencyMs: 0, error: "timeout", attributions: { income: 0.25 } }),
  ]);
  expect(profile).toMatchObject({ rows: 2, errors: 1, firstMicros: 3, lastMicros: 5, latency: { count: 2, sum: 12.5, zero: 1 } });
  expect(profile.attributions).toEqual([
    { count: 2, sumAbsolute: 0.75 },
    { count: 0, sumAbsolute: 0 },
  ]);
});

test("a label that comes late moves the row from unlabelled to its cell, in groups too", () => {
  const late = row({ score: 0.8, cells: [1, "car", "male"] });
  const { profile, compiled, known } = countOf([late]);
  changeLabel(profile, compiled, known, late, null, "0");
  expect(profile).toMatchObject({ rows: 1, labelled: 1 });
  expect(profile.outcome.kind === "binary" && binaryConfusion(profile.outcome)).toMatchObject({ fp: 1, unlabelledPositive: 0 });
  expect(profile.groups.get("sex")?.get("male")).toMatchObject({ fp: 1, unlabelledPositive: 0 });
});
