import { describe, expect, test } from "vitest";
import type { Expectations } from "#lib/domain/models/model";
import { draftOfExpectations, expectationsOf, expectationWords, rangeProblem } from "./expectation-draft.ts";

describe("expectations go through their form unchanged", () => {
  const cases: [words: string, expected: Expectations][] = [
    ["from 0 to 120", { min: 0, max: 120 }],
    ["16 or more, never missing", { min: 16, missingAllowed: false }],
    ["1 or less", { max: 1 }],
    ["one of car, boat", { values: ["car", "boat"] }],
    ["one of 5 values", { values: ["a", "b", "c", "d", "e"] }],
    ["missing in at most 7.0\u202f%", { maximumMissingShare: 0.07 }],
    ["no value twice, no outliers", { unique: true, outliers: false }],
  ];
  test.each(cases)("%s", (words, expected) => {
    expect(expectationsOf(draftOfExpectations(expected))).toEqual(expected);
    expect(expectationWords(expected)).toBe(words);
  });
});

test("nothing expected is stored as nothing", () => {
  expect(expectationsOf(draftOfExpectations(undefined))).toBeUndefined();
  expect(expectationWords(undefined)).toBe("");
});

test("values are one a line, without blanks and repetitions", () => {
  expect(expectationsOf({ ...draftOfExpectations(), values: " car \n\nboat\ncar\n" })).toEqual({ values: ["car", "boat"] });
});

test("a range that no value can meet is refused", () => {
  expect(rangeProblem({ ...draftOfExpectations(), min: "2", max: "1" })).toContain("smallest");
  expect(rangeProblem({ ...draftOfExpectations(), min: "1", max: "1" })).toBeNull();
});
