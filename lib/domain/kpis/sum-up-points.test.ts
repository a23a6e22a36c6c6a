import { describe, expect, test } from "vitest";
import { stepCount, stepStarts, sumUpPoints } from "./sum-up-points.ts";

const at = (text: string) => Date.parse(text);

describe("stepStarts", () => {
  test("minutes and hours are cut in UTC, whatever the zone", () => {
    const starts = stepStarts(at("2026-01-01T00:00:30Z"), at("2026-01-01T00:02:01Z"), {
      kind: "window",
      size: "1m",
      timeZone: "Asia/Kathmandu",
    });
    expect(starts.map((start) => new Date(start).toISOString())).toEqual([
      "2026-01-01T00:00:00.000Z",
      "2026-01-01T00:01:00.000Z",
      "2026-01-01T00:02:00.000Z",
    ]);
  });
  test("days are cut in the zone, the one that gains an hour is longer", () => {
    const starts = stepStarts(at("2025-10-25T12:00:00Z"), at("2025-10-27T12:00:00Z"), {
      kind: "window",
      size: "1d",
      timeZone: "Europe/Berlin",
    });
    expect(starts.map((start, index) => ((starts[index + 1] ?? start) - start) / 3_600_000)).toEqual([24, 25, 0]);
  });
  test("steps of another length are counted from the start", () => {
    expect(stepStarts(100_000, 1_000_000, { kind: "every", seconds: 300 })).toEqual([100_000, 400_000, 700_000]);
  });
  test("the count is never below the number of steps", () => {
    const range = [at("2026-01-31T12:00:00Z"), at("2026-07-01T00:00:00Z")] as const;
    for (const size of ["1h", "1d", "1w", "1mo"] as const) {
      const steps = { kind: "window", size, timeZone: "Europe/Berlin" } as const;
      expect(stepCount(...range, steps)).toBeGreaterThanOrEqual(stepStarts(...range, steps).length);
    }
  });
});

describe("sumUpPoints", () => {
  const points = [
    { time: 5, value: 100 },
    { time: 10, value: 1 },
    { time: 12, value: 5 },
    { time: 20, value: 7 },
    { time: 45, value: 9 },
  ];
  test.each([
    { aggregate: "mean", values: [3, 7, null, 9] },
    { aggregate: "last", values: [5, 7, null, 9] },
    { aggregate: "sum", values: [6, 7, null, 9] },
    { aggregate: "min", values: [1, 7, null, 9] },
    { aggregate: "max", values: [5, 7, null, 9] },
  ] as const)("$aggregate", ({ aggregate, values }) => expect(sumUpPoints(points, [10, 20, 30, 40], aggregate)).toEqual(values));

  test("nothing to sum up is null, never 0", () => expect(sumUpPoints([], [0, 1], "sum")).toEqual([null, null]));
});
