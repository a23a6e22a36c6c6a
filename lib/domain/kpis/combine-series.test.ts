import { describe, expect, test } from "vitest";
import { type Aligned, circleThrough, combineSeries } from "./combine-series.ts";
import { parseFormula } from "./formula.ts";

const combine = (text: string, inputs: Record<string, Aligned[]>, count = 1) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return combineSeries(parsed.expression, new Map(Object.entries(inputs)), count).map(({ labels, results }) => ({
    labels,
    values: results.map(({ value, reason }) => value ?? reason),
  }));
};

describe("combineSeries", () => {
  test("goes place by place, an absent input makes the place absent", () => {
    expect(combine("a / b", { a: [{ labels: {}, values: [1, 2, null, 4] }], b: [{ labels: {}, values: [2, 0, 1, 8] }] }, 4)).toEqual([
      { labels: {}, values: [0.5, "division_by_zero", "missing_input", 0.5] },
    ]);
  });
  test("matches series by labels, whatever their order, and repeats the one without", () => {
    const a: Aligned[] = [
      { labels: { x: "1", y: "2" }, values: [10] },
      { labels: { x: "2" }, values: [20] },
    ];
    const b = [{ labels: { y: "2", x: "1" }, values: [5] }];
    expect(combine("a + b + c", { a, b, c: [{ labels: {}, values: [1] }] })).toEqual([
      { labels: { x: "1", y: "2" }, values: [16] },
      { labels: { x: "2" }, values: ["missing_input"] },
    ]);
  });
  test("without any series there is one result, and it is absent", () => {
    expect(combine("a", { a: [] })).toEqual([{ labels: {}, values: ["missing_input"] }]);
  });
  test("a formula of numbers alone needs no series", () => expect(combine("2 * 3", {})).toEqual([{ labels: {}, values: [6] }]));
});

describe("circleThrough", () => {
  const known = new Map([
    ["b", ["c", "d"]],
    ["c", ["d"]],
    ["d", ["a"]],
  ]);
  test.each([
    { name: "a formula over itself", slug: "x", inputs: ["x"], circle: ["x", "x"] },
    { name: "through others", slug: "a", inputs: ["b"], circle: ["a", "b", "c", "d", "a"] },
    { name: "none", slug: "x", inputs: ["b", "c"], circle: null },
    { name: "none where nothing stands on formulas", slug: "x", inputs: ["y"], circle: null },
  ])("$name", ({ slug, inputs, circle }) => expect(circleThrough(slug, inputs, known)).toEqual(circle));
});
