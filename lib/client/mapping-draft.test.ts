import { describe, expect, test } from "vitest";
import { inferSchema } from "#lib/domain/models/infer-schema";
import type { ModelSchema } from "#lib/domain/models/model";
import { type ImportKind, type MappedColumn, mapColumns, mappingBody, mappingProblems, schemaChange } from "./mapping-draft.ts";
import { previewOf } from "./preview.ts";

const rows = Array.from({ length: 40 }, (_, i) => ({
  row_id: `r${i}`,
  timestamp: `2021-06-01 00:00:${String(i).padStart(2, "0")}`,
  y_pred_proba: i / 40,
  clf_target: i % 2,
  income: 1000 + i,
  sex: i % 2 ? "f" : "m",
  extra: i % 7,
}));
const [first] = rows;
const text = [Object.keys(first ?? {}).join(","), ...rows.map((row) => Object.values(row).join(","))].join("\n");
const { columns } = previewOf({ text, complete: true }, "csv");
const schema: ModelSchema = { features: [{ name: "income", type: "numeric" }], groups: ["sex"], segments: [] };
const empty: ModelSchema = { features: [], groups: [], segments: [] };
const map = (kind: ImportKind, known = schema) => mapColumns(columns, { schema: known, proposal: inferSchema(rows), kind });
const change = (list: MappedColumn[], name: string, part: Partial<MappedColumn>) =>
  list.map((column) => (column.name === name ? { ...column, ...part } : column));

describe("the first mapping of a file", () => {
  test("finds the fields, the model's own columns, and leaves the rest out", () => {
    expect(mappingBody(map("predictions"))).toEqual({
      row_id: "id",
      y_pred_proba: "score",
      clf_target: "label",
      income: "features.income",
      sex: "groups.sex",
    });
  });

  test("of labels has no features", () => {
    expect(mappingBody(map("labels"))).toEqual({
      row_id: "id",
      clf_target: "label",
    });
  });

  test("takes what is proposed where the model has no columns yet", () => {
    expect(mappingBody(map("predictions", empty))).toMatchObject({ income: "features.income", extra: "features.extra" });
  });

  test("leaves what lies in objects of JSON lines where it says", () => {
    const preview = previewOf({ text: '{"id":"a","timestamp":"2026-01-01","features":{"income":1}}\n', complete: true }, "ndjson");
    const mapped = mapColumns(preview.columns, { schema, proposal: null, kind: "predictions" });
    expect(mappingBody(mapped)).toEqual({});
    expect(mappingProblems(mapped, "predictions")).toEqual([]);
  });
});

test("a field that is not wanted is left out by name", () => {
  expect(mappingBody(change(map("predictions"), "timestamp", { target: "none" }))).toMatchObject({ timestamp: null });
});

describe("what keeps a file from being sent", () => {
  test("nothing, when all is mapped", () => {
    expect(mappingProblems(map("predictions"), "predictions")).toEqual([]);
  });

  test("a field that is needed and mapped nowhere", () => {
    expect(mappingProblems(change(map("labels"), "clf_target", { target: "none" }), "labels")).toEqual([
      "No column is the label. Choose the one that is.",
    ]);
  });

  test("two columns for one field", () => {
    expect(mappingProblems(change(map("predictions"), "extra", { target: "score" }), "predictions")).toEqual([
      "y_pred_proba and extra all go to score. Keep one of them.",
    ]);
  });

  test("a feature without a name", () => {
    expect(mappingProblems(change(map("reference"), "extra", { target: "feature", as: " " }), "reference")).toHaveLength(1);
  });
});

describe("what the schema lacks", () => {
  test("is nothing for the model's own columns", () => {
    expect(schemaChange(map("predictions"), schema)).toBeNull();
  });

  test("is what the person added or read otherwise", () => {
    const added = change(change(map("predictions"), "extra", { target: "segment" }), "income", { type: "categorical" });
    expect(schemaChange(added, schema)).toEqual({
      schema: { features: [{ name: "income", type: "categorical" }], groups: ["sex"], segments: ["extra"] },
      words: ["income changes from numeric to categorical", "extra becomes a segment"],
    });
  });
});
