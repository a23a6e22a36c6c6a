import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tasks } from "#lib/domain/models/model";
import { mulberry32, randomEvents, randomModel } from "#lib/testing/random-events";
import { freezeSpec, specWithoutReference } from "./freeze.ts";
import { freezeCategories, freezeNumbers } from "./freeze-layout.ts";
import { NumberSample } from "./number-sample.ts";
import { psiCuts } from "./psi-cuts.ts";

function numbers(values: Iterable<number>, limit = 1e6) {
  const sample = new NumberSample(limit);
  for (const value of values) sample.add(value);
  return freezeNumbers(sample);
}
const range = (length: number) => Array.from({ length }, (_, index) => index);

describe("numbers", () => {
  test("up to 50 different ones get a bin each, more of them 100 quantile bins from minimum to maximum", () => {
    expect(numbers([3, 1, 3, 2]).layout).toEqual({ kind: "values", values: [1, 2, 3], cuts: [2, 3] });
    expect(numbers(range(50)).layout.kind).toBe("values");
    const { layout } = numbers(range(1001));
    if (layout.kind !== "quantiles") throw new Error(layout.kind);
    expect(layout.edges).toEqual(range(101).map((percent) => percent * 10));
    expect(layout.centers.slice(0, 2)).toEqual([4.5, 14.5]);
    expect(layout.cuts).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });

  test("ties leave fewer edges, still ascending", () => {
    const { layout } = numbers([...new Array<number>(900).fill(0), ...range(100)]);
    if (layout.kind !== "quantiles") throw new Error(layout.kind);
    expect(layout.edges.every((edge, index) => index === 0 || edge > (layout.edges[index - 1] ?? edge))).toBe(true);
    expect(layout.centers).toHaveLength(layout.edges.length - 1);
  });

  test("fences lie 1.5 quartile ranges beyond the quartiles", () => {
    expect(numbers(range(101)).fences).toEqual({ low: -50, high: 150 });
  });

  test("none of them, no layout", () => {
    expect(numbers([])).toEqual({ layout: { kind: "none" }, fences: null });
  });

  test("more than fit are thinned evenly, minimum and maximum kept", () => {
    const { layout } = numbers(range(10_000), 1000);
    if (layout.kind !== "quantiles") throw new Error(layout.kind);
    expect([layout.edges[0], layout.edges.at(-1)]).toEqual([0, 9999]);
    expect(Math.abs((layout.cuts[4] ?? 0) - 5000)).toBeLessThan(50);
  });
});

describe("psiCuts", () => {
  test.each([
    ["a flag", [...new Array<number>(95).fill(0), 1, 1, 1, 1, 1], [0, 1], [1]],
    ["mostly zeros", [...new Array<number>(95).fill(0), 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [1]],
    ["mostly one value in the middle", [-2, -2, ...new Array<number>(96).fill(0), 7, 9], [-2, 0, 7, 9], [0, 7]],
    ["a constant", [4, 4, 4], [4], []],
    ["four equal shares", [1, 2, 3, 4], [1, 2, 3, 4], [2, 3, 4]],
  ])("%s", (_, sorted, places, cuts) => {
    expect(psiCuts(sorted, places)).toEqual(cuts);
  });

  test("are at most nine places above the minimum, ascending", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 }), (values) => {
        const sorted = Float64Array.from(values).sort();
        const places = [...new Set(sorted)];
        const cuts = psiCuts(sorted, places);
        expect(cuts.length).toBeLessThanOrEqual(9);
        expect(cuts.every((cut, index) => places.includes(cut) && cut > (index === 0 ? (places[0] ?? 0) : (cuts[index - 1] ?? cut)))).toBe(
          true,
        );
      }),
    );
  });
});

describe("categories", () => {
  test("are ordered by frequency, ties by name; the rare ones are known without a bin", () => {
    const counts = new Map([["b", 2], ["a", 2], ["c", 5], ...range(1000).map((index): [string, number] => [`x${1000 + index}`, 1])]);
    const { layout } = freezeCategories(counts);
    if (layout.kind !== "categories") throw new Error(layout.kind);
    expect(layout.known.slice(0, 4)).toEqual(["c", "a", "b", "x1000"]);
    expect([layout.categories.length, layout.known.length]).toEqual([1000, 1003]);
  });

  test("too many of them make an identifier", () => {
    expect(freezeCategories(null).layout).toEqual({ kind: "identifier" });
    const schema = { features: [{ name: "customer", type: "categorical" as const, slot: 0 }], groups: [], segments: [], nextSlot: 1 };
    const [template] = randomEvents({ task: "binary", rows: 1, seed: 1 });
    if (template === undefined) throw new Error("no rows");
    const rows = (function* () {
      for (let index = 0; index <= 100_000; index++) yield { ...template, cells: [`customer ${index}`] };
    })();
    expect(freezeSpec({ model: { ...randomModel("binary"), schema }, rows, version: 1 }).columns[0]?.layout).toEqual({
      kind: "identifier",
    });
  });
});

test.each(tasks)("the reference of a %s model gives the same spec in any order of its rows", (task) => {
  const rows = randomEvents({ task, rows: 300, seed: 9 });
  const random = mulberry32(4);
  const shuffled = rows.map((row) => ({ row, place: random() })).sort((a, b) => a.place - b.place);
  const freeze = (of: typeof rows) => freezeSpec({ model: randomModel(task), rows: of, version: 3 });
  const spec = freeze(rows);
  expect(freeze(shuffled.map(({ row }) => row))).toEqual(spec);
  expect(spec.reference).toBe(3);
  expect(spec.columns.every(({ layout }) => layout.kind !== "none")).toBe(true);
});

test("a spec without reference has every column, without bins, and what is expected of it", () => {
  const spec = specWithoutReference(randomModel("multiclass"));
  expect(spec.columns.map(({ name, layout, expected }) => [name, layout.kind, expected])).toEqual([
    ["income", "none", { values: null, min: 0, max: null }],
    ["age", "none", null],
    ["purpose", "none", { values: ["car", "house", "school"], min: null, max: null }],
    ["returning", "none", null],
    ["@prediction", "none", null],
  ]);
  expect([spec.positive, spec.reference, spec.attributions]).toEqual(["cat", 0, ["income", "age", "purpose", "returning"]]);
});
