import { describe, expect, test } from "vitest";
import { previewOf } from "./preview.ts";

describe("the preview of a CSV file", () => {
  test("has the header's columns with examples", () => {
    expect(previewOf({ text: "id,x\n1,a\n2,\n3,a\n", complete: true }, "csv")).toEqual({
      columns: [
        { name: "id", path: "id", examples: ["1", "2", "3"] },
        { name: "x", path: "x", examples: ["a"] },
      ],
      rows: [
        ["1", "a"],
        ["2", ""],
        ["3", "a"],
      ],
      complete: true,
    });
  });

  test("without a complete line says so", () => {
    expect(() => previewOf({ text: "id,x", complete: false }, "csv")).toThrow("no complete line");
  });
});

describe("the preview of an NDJSON file", () => {
  test("shows what lies in objects, which a mapping cannot name", () => {
    const { columns, rows } = previewOf({ text: '{"id":"a","features":{"x":1}}\n{"id":"b","note":null}\n', complete: true }, "ndjson");
    expect(columns).toEqual([
      { name: "id", path: "id", examples: ["a", "b"] },
      { name: "features.x", path: null, examples: ["1"] },
      { name: "note", path: "note", examples: [] },
    ]);
    expect(rows).toEqual([
      ["a", "1", ""],
      ["b", "", ""],
    ]);
  });

  test("names a line that is no object", () => {
    expect(() => previewOf({ text: '{"id":"a"}\n[1]\n', complete: true }, "ndjson")).toThrow("Line 2");
  });

  test("leaves out a last line that breaks off", () => {
    expect(previewOf({ text: '{"id":"a"}\n{"id"', complete: false }, "ndjson").rows).toEqual([["a"]]);
  });
});
