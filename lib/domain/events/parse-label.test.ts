import { expect, test } from "vitest";
import { labelParser } from "./parse-label.ts";

const parse = labelParser({ model: { task: "binary", positiveLabel: 1 }, nowMs: Date.UTC(2026, 5, 1) });

test.each([
  { line: { id: "a", label: 1 }, label: { id: "a", version: null, atMicros: null, label: "1" } },
  { line: { id: 7, label: false, version: "" }, label: { id: "7", version: null, atMicros: null, label: "0" } },
  {
    line: { id: "a", label: 0, version: 2, timestamp: "2026-05-01T00:00:00.5Z" },
    label: { id: "a", version: "2", atMicros: Date.UTC(2026, 4, 1) * 1000 + 500_000, label: "0" },
  },
])("$line is a label", ({ line, label }) => {
  expect(parse(line)).toEqual(label);
});

test.each([
  { line: [], path: "" },
  { line: { label: 1 }, path: "id" },
  { line: { id: "", label: 1 }, path: "id" },
  { line: { id: "a\0", label: 1 }, path: "id" },
  { line: { id: 2 ** 60, label: 1 }, path: "id" },
  { line: { id: "a", label: 1, version: " " }, path: "version" },
  { line: { id: "a", label: 1, timestamp: "1989-12-31T00:00:00Z" }, path: "timestamp" },
  { line: { id: "a", label: "" }, path: "label" },
  { line: { id: "a", label: "1\0" }, path: "label" },
  { line: { id: "a" }, path: "label" },
  { line: { id: "a", label: null }, path: "label" },
  { line: { id: "a", label: 3 }, path: "label" },
  { line: { id: "a", label: 1, timestamp: "soon" }, path: "timestamp" },
  { line: { id: "a", label: 1, timestamp: "2027-01-01T00:00:00Z" }, path: "timestamp" },
  { line: { id: "a", label: 1, version: {} }, path: "version" },
])("$line is refused at $path", ({ line, path }) => {
  expect(parse(line)).toMatchObject({ path });
});
