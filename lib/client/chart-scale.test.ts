import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  axisFor,
  barShare,
  decimalsOf,
  fittingWindows,
  labelledWindows,
  linearScale,
  linePath,
  positionAt,
  spreadLabels,
  stepPath,
} from "./chart-scale.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });

describe("an axis", () => {
  test.each([
    { values: [0.62, 0.99], bounds: { low: 0, high: 1 }, ticks: [0.6, 0.7, 0.8, 0.9, 1] },
    { values: [4, 38], bounds: {}, ticks: [0, 10, 20, 30, 40] },
    { values: [5, 5, 5], bounds: {}, ticks: [4.5, 4.75, 5, 5.25, 5.5] },
    { values: [0, 0], bounds: {}, ticks: [0, 0.25, 0.5, 0.75, 1] },
  ])("over $values has the ticks $ticks", ({ values, bounds, ticks }) => expect(axisFor(values, bounds)?.ticks).toEqual(ticks));

  test("is absent without values", () => expect(axisFor([null, undefined, Number.NaN])).toBeNull());

  test("holds every value with 2 to 6 rising ticks", () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 20 }), (values) => {
        const axis = axisFor(values);
        if (!axis) throw new Error("an axis was expected");
        const slack = axis.step * 1e-6;
        expect(axis.low - slack).toBeLessThanOrEqual(Math.min(...values));
        expect(axis.high + slack).toBeGreaterThanOrEqual(Math.max(...values));
        expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        expect(axis.ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  test.each([
    [0.1, 1],
    [0.25, 2],
    [20, 0],
    [0.0005, 4],
  ])("with steps of %s needs %s decimals", (step, decimals) => expect(decimalsOf(step)).toBe(decimals));
});

describe("labels of windows", () => {
  test("stand at every window where there is room", () => expect(labelledWindows(4, 400, 46)).toEqual([0, 1, 2, 3]));
  test("leave out what would touch the selected one and the last one", () => {
    const shown = labelledWindows(19, 580, 46, 17);
    expect(shown).toContain(17);
    for (const [at, index] of shown.entries()) {
      if (at > 0) expect((index - (shown[at - 1] ?? 0)) * (580 / 19)).toBeGreaterThanOrEqual(46 * 0.85);
    }
  });
  test("are none where nothing is drawn", () => expect(labelledWindows(0, 500, 46)).toEqual([]));
});

describe("labels at the end of lines", () => {
  test("move apart, keep their order and stay inside", () => expect(spreadLabels([100, 102, 300], 15, 0, 300)).toEqual([100, 115, 300]));
  test("give way upwards at the lower end", () => expect(spreadLabels([298, 300], 15, 0, 300)).toEqual([285, 300]));
  test("keep their distance whenever there is room for all", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (wanted) => {
        const placed = spreadLabels(wanted, 15, 0, 300).sort((a, b) => a - b);
        for (let at = 1; at < placed.length; at += 1) expect((placed[at] ?? 0) - (placed[at - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
      }),
    );
  });
});

describe("an instant among windows", () => {
  const windows = [
    { start: "2022-01-01T00:00:00Z", end: "2022-02-01T00:00:00Z" },
    { start: "2022-02-01T00:00:00Z", end: "2022-03-01T00:00:00Z" },
  ];
  test.each([
    ["2021-06-01T00:00:00Z", 0],
    ["2022-02-01T00:00:00Z", 1],
    ["2022-02-15T00:00:00Z", 1.5],
    ["2022-09-01T00:00:00Z", 2],
    ["soon", null],
  ])("%s lies at %s", (at, place) => expect(positionAt(at, windows)).toBe(place));
});

test("narrow screens show fewer windows, dense series all of them", () => {
  expect(fittingWindows(19, 1160)).toBe(19);
  expect(fittingWindows(19, 358)).toBe(13);
  expect(fittingWindows(240, 358)).toBe(240);
});

test("a bar on a log scale spreads orders of magnitude and stays between 0 and 1", () => {
  expect(barShare(0.1, 10, "log", 0.01)).toBeCloseTo(1 / 3);
  expect(barShare(0, 10, "log")).toBe(0);
  expect(barShare(20, 10)).toBe(1);
  expect(barShare(1, 0)).toBe(0);
});

test("a line breaks where a value is missing", () => {
  expect(linePath([{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }])).toBe("M0 1L1 2M3 4");
  expect(linePath([])).toBe("");
});

test("steps start and end on the base", () => expect(stepPath([0, 10, 20], [5, 8], 30)).toBe("M0 30V5H10V8H20V30"));

test("a domain without width maps to the middle", () => expect(linearScale([2, 2], [0, 10])(2)).toBe(5));
