import { describe, expect, test } from "vitest";
import type { SampleRow, SampleValue } from "./column-evidence.ts";
import { inferSchema } from "./infer-schema.ts";

const rows = (count: number, row: (index: number) => SampleRow): SampleRow[] => Array.from({ length: count }, (_, index) => row(index));
const column = (values: (index: number) => SampleValue, count = 200) => rows(count, (index) => ({ x: values(index) }));
const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? "";

describe("types of features", () => {
  const cases: { name: string; values: (index: number) => SampleValue; type: string | null }[] = [
    { name: "numbers are numeric", values: (i) => i * 1.5, type: "numeric" },
    { name: "numbers written as text are numeric", values: (i) => `${i}.25`, type: "numeric" },
    { name: "one broken value in a hundred does not make a category", values: (i) => (i === 7 ? "oops" : i), type: "numeric" },
    { name: "true and false are boolean", values: (i) => i % 2 === 0, type: "boolean" },
    { name: "yes and no are categories, as they are in events", values: (i) => pick(["yes", "No"], i), type: "categorical" },
    { name: "0 and 1 are boolean", values: (i) => String(i % 2), type: "boolean" },
    { name: "few words are categorical", values: (i) => pick(["car", "house", "boat"], i), type: "categorical" },
    { name: "question marks are missing, not a category of numbers", values: (i) => pick(["?", "3", "4.5"], i), type: "numeric" },
    { name: "texts of their own are no feature", values: (i) => `customer-${i}`, type: null },
    { name: "times are no feature", values: (i) => `2021-06-01 00:${String(i % 60).padStart(2, "0")}:00`, type: null },
    { name: "an empty column is no feature", values: () => "", type: null },
    { name: "one word in every row is categorical", values: () => "same", type: "categorical" },
  ];
  test.each(cases)("$name", ({ values, type }) => {
    const { features, ignored } = inferSchema(column(values));
    expect(features[0]?.type ?? null).toBe(type);
    expect((features[0] ?? ignored[0])?.why).toMatch(/\.$/);
  });

  test("codes are pointed out", () => {
    expect(inferSchema(column((i) => (i % 4) + 1)).features[0]?.why).toContain("choose categorical");
  });

  test("tells the share of missing values", () => {
    expect(inferSchema(column((i) => (i % 4 === 0 ? null : i))).features[0]?.missingShare).toBe(0.25);
  });
});

describe("a flat file", () => {
  const housing = rows(60, (i) => ({
    id: String(i),
    MedInc: `${3 + i / 7}`,
    Latitude: "33.81",
    timestamp: `2021-06-0${(i % 9) + 1} 00:00:00`,
    clf_target: String(i % 2),
    y_pred_proba: `${i / 60}`,
    y_pred: String(i % 2),
  }));

  test("finds the fields of an event by name and value", () => {
    const { mapping, task, positiveLabel, features } = inferSchema(housing);
    expect(mapping).toMatchObject({ id: "id", timestamp: "timestamp", score: "y_pred_proba", prediction: "y_pred", label: "clf_target" });
    expect({ task, positiveLabel }).toEqual({ task: "binary", positiveLabel: 1 });
    expect(features.map(({ name }) => name)).toEqual(["MedInc", "Latitude"]);
  });

  test("takes protected attributes as groups and places as segments", () => {
    const { groups, segments } = inferSchema(
      rows(40, (i) => ({ sex: pick(["Male", "Female"], i), region: pick(["NE", "SW"], i), age: i })),
    );
    expect(groups).toEqual([{ name: "sex", why: expect.any(String), values: ["Female", "Male"] }]);
    expect(segments.map(({ name }) => name)).toEqual(["region"]);
  });

  test("gives every column one field, in the form of a mapping file", () => {
    const extra = (i: number) => ({
      ...housing[i],
      sex: pick(["Male", "Female"], i),
      class: pick(["<=50K", ">50K"], i),
      note: `text ${i}`,
    });
    const { features, fileMapping } = inferSchema(rows(40, extra));
    expect(features.map(({ name }) => name)).toEqual(["MedInc", "Latitude"]);
    expect(fileMapping).toEqual({
      id: "id",
      timestamp: "timestamp",
      y_pred_proba: "score",
      y_pred: "prediction",
      clf_target: "label",
      MedInc: "features.MedInc",
      Latitude: "features.Latitude",
      sex: "groups.sex",
      class: null,
      note: null,
    });
  });

  test("the rarer class is the positive one when no name tells", () => {
    const { positiveLabel } = inferSchema(rows(50, (i) => ({ label: i % 5 === 0 ? ">50K" : "<=50K", score: i / 50 })));
    expect(positiveLabel).toBe(">50K");
  });
});

describe("the task", () => {
  const cases: { name: string; row: (index: number) => SampleRow; task: string }[] = [
    { name: "a label of many numbers is regression", row: (i) => ({ label: i * 2.5, prediction: i * 2 }), task: "regression" },
    {
      name: "a label of three words is multiclass",
      row: (i) => ({ label: pick(["a", "b", "c"], i), prediction: "a" }),
      task: "multiclass",
    },
    { name: "scores per class are multiclass", row: (i) => ({ "scores.cat": i / 100, "scores.dog": 1 - i / 100 }), task: "multiclass" },
    { name: "two labels are binary", row: (i) => ({ label: pick(["spam", "ham"], i) }), task: "binary" },
    { name: "a probability alone is binary", row: (i) => ({ score: i / 100 }), task: "binary" },
    { name: "without labels the predictions tell", row: (i) => ({ label: null, prediction: i * 1.5 }), task: "regression" },
  ];
  test.each(cases)("$name", ({ row, task }) => expect(inferSchema(rows(80, row)).task).toBe(task));
});

test("a sample of events keeps its own structure", () => {
  const proposal = inferSchema(
    rows(30, (i) => ({
      id: `a${i}`,
      timestamp: "2021-06-01T00:00:00Z",
      score: i / 30,
      latencyMs: 12.5,
      "features.income": i * 100,
      "features.sex": pick(["f", "m"], i),
      "groups.sex": pick(["f", "m"], i),
      "segments.region": "NE",
      "attributions.income": 0.2,
    })),
  );
  expect(proposal.features.map(({ name, type }) => [name, type])).toEqual([
    ["income", "numeric"],
    ["sex", "categorical"],
  ]);
  expect(proposal.groups.map(({ name }) => name)).toEqual(["sex"]);
  expect(proposal.segments.map(({ name }) => name)).toEqual(["region"]);
  expect(proposal.mapping).toMatchObject({ id: "id", latencyMs: "latencyMs", features: { income: "features.income" } });
});

test("an empty sample proposes nothing but says so", () => {
  expect(inferSchema([])).toMatchObject({ rows: 0, task: "binary", features: [], ignored: [] });
});
