import { expect, test } from "vitest";
import { instantText, shownRow } from "./shown-row.ts";

const schema = {
  features: [
    { name: "income", type: "numeric" as const, slot: 4 },
    { name: "married", type: "boolean" as const, slot: 0 },
    { name: "purpose", type: "categorical" as const, slot: 1 },
    { name: "age", type: "numeric" as const, slot: 2 },
  ],
  groups: [{ name: "sex", slot: 3 }],
  segments: [{ name: "region", slot: 9 }],
  nextSlot: 10,
};
const row = {
  id: "a",
  version: "v1",
  atMicros: Date.parse("2021-06-01T00:00:00.123Z") * 1000,
  score: 0.9,
  prediction: "1",
  label: null,
  latencyMs: 12.5,
  error: null,
  cells: ["true", "car", { wrong: '"old"' }, "f", 42],
  scores: null,
  attributions: null,
};

test("a row is shown with names, each value in its type, missing ones as null", () => {
  expect(shownRow({ task: "binary", schema }, row)).toMatchObject({
    timestamp: "2021-06-01T00:00:00.123Z",
    prediction: 1,
    label: null,
    features: { income: 42, married: true, purpose: "car", age: null },
    groups: { sex: "f" },
    segments: { region: null },
    wrongType: { age: '"old"' },
  });
});

test.each([
  { task: "binary" as const, text: "0", value: 0 },
  { task: "regression" as const, text: "-1.5e-7", value: -1.5e-7 },
  { task: "multiclass" as const, text: "01", value: "01" },
])("an outcome of $task is $value", ({ task, text, value }) =>
  expect(shownRow({ task, schema }, { ...row, label: text }).label).toBe(value),
);

test.each([
  { micros: 0, text: "1970-01-01T00:00:00.000Z" },
  { micros: 1_622_505_600_123_456, text: "2021-06-01T00:00:00.123456Z" },
  { micros: 1_622_505_600_000_001, text: "2021-06-01T00:00:00.000001Z" },
  { micros: -1, text: "1969-12-31T23:59:59.999999Z" },
])("$micros microseconds are $text", ({ micros, text }) => expect(instantText(micros)).toBe(text));
