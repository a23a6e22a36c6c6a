import { expect, test } from "vitest";
import type { Model } from "#lib/domain/models/model";
import { outcomeText } from "./outcome-text.ts";

const binary = (value: unknown, positiveLabel: Model["positiveLabel"]) => {
  const outcome = outcomeText(value, { task: "binary", positiveLabel });
  return "text" in outcome ? outcome.text : "refused";
};

test.each<{ positive: Model["positiveLabel"]; ones: unknown[]; zeros: unknown[]; refused: unknown[] }>([
  { positive: 1, ones: [1, "1", "1.0", true, "true"], zeros: [0, "0", "0.0", false, "false", -1], refused: [2, "yes", Number.NaN, {}, []] },
  { positive: true, ones: [true, 1, "True"], zeros: [false, 0], refused: ["no"] },
  { positive: 0, ones: [0, "0", false], zeros: [1, "1", true], refused: [2, "zero"] },
  { positive: 2, ones: [2, "2", "2.0"], zeros: [1, "1", 0], refused: ["two"] },
  { positive: "bad", ones: ["bad", 1, true], zeros: ["good", 0, false, "perhaps"], refused: [{}, "", "  "] },
  { positive: " yes ", ones: ["yes", "yes ", 1, "1.0", "True"], zeros: ["no", "0.0"], refused: ["a\0", "\ud800", "x".repeat(201)] },
  { positive: false, ones: [false, 0, "False"], zeros: [true, 1], refused: [2] },
  { positive: -1, ones: [-1, "-1.0"], zeros: [1, 0], refused: ["one", Number.POSITIVE_INFINITY] },
])("a binary outcome where $positive is positive", ({ positive, ones, zeros, refused }) => {
  expect(ones.map((value) => binary(value, positive))).toEqual(ones.map(() => "1"));
  expect(zeros.map((value) => binary(value, positive))).toEqual(zeros.map(() => "0"));
  expect(refused.map((value) => binary(value, positive))).toEqual(refused.map(() => "refused"));
});

test("a class is text of at most 200 characters without a zero byte, numbers and booleans too", () => {
  const of = (value: unknown) => outcomeText(value, { task: "multiclass", positiveLabel: 1 });
  expect([of("cat"), of(3), of(false)]).toEqual([{ text: "cat" }, { text: "3" }, { text: "false" }]);
  for (const value of ["x".repeat(201), "a\0", {}, Number.NaN]) expect(of(value)).toHaveProperty("fault");
});

test("the outcome of a regression is a finite number of at most 1e15, in its shortest writing", () => {
  const of = (value: unknown, text = false) => outcomeText(value, { task: "regression", positiveLabel: 1 }, text);
  expect([of(1.5), of(-0), of(1e15), of("2.50", true)]).toEqual([
    { text: "1.5" },
    { text: "0" },
    { text: "1000000000000000" },
    { text: "2.5" },
  ]);
  for (const value of [1e16, Number.NaN, Number.POSITIVE_INFINITY, "2.5", true, "x"]) expect(of(value)).toHaveProperty("fault");
});

test("a class from a table is the class from JSON: whole numbers lose the .0 that a missing value gave their column", () => {
  const of = (value: unknown, text: boolean) => outcomeText(value, { task: "multiclass", positiveLabel: 1 }, text);
  expect([of("3.0", true), of(3, false), of("-1.00", true)]).toEqual([{ text: "3" }, { text: "3" }, { text: "-1" }]);
  expect([of("3.5", true), of("1.0.0", true), of("3.0", false)]).toEqual([{ text: "3.5" }, { text: "1.0.0" }, { text: "3.0" }]);
});

test("a number of a table is decimal: no hexadecimal, no empty text", () => {
  for (const value of ["0x10", "", " ", "1_000", "1,5", "1".repeat(100_000)])
    expect(outcomeText(value, { task: "regression", positiveLabel: 1 }, true)).toHaveProperty("fault");
});
