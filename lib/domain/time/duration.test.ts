import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DurationText, durationSeconds, formatDuration } from "./duration.ts";

describe("durationSeconds", () => {
  test.each([
    ["0s", 0],
    ["0", 0],
    ["90s", 90],
    ["5m", 300],
    ["1h", 3600],
    ["1h30m", 5400],
    ["7d", 604_800],
    ["2w", 1_209_600],
    ["1w2d3h4m5s", 788_645],
    [" 5m ", 300],
    ["P7D", 604_800],
    ["P2W", 1_209_600],
    ["PT1H", 3600],
    ["PT1H30M", 5400],
    ["P1DT12H", 129_600],
    ["PT0S", 0],
    [45, 45],
    [0.5, 0.5],
  ])("%s is %d seconds", (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  test.each([
    "",
    "5",
    "m",
    "-5m",
    "1.5h",
    "5 minutes",
    "30m1h",
    "5m5m",
    "P",
    "PT",
    "P1DT",
    "P1M",
    "P1Y",
    "P7",
    "p7d",
    "PT-1H",
    "99999999d",
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])("%s is not a duration", (text) => {
    expect(durationSeconds(text)).toBeNull();
  });
});

describe("formatDuration", () => {
  test.each([
    [0, "0s"],
    [59, "59s"],
    [60, "1m"],
    [90, "90s"],
    [3600, "1h"],
    [5400, "90m"],
    [86_400, "1d"],
    [604_800, "7d"],
  ])("writes %d seconds as %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test("reads back what it wrote", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 36_500 * 86_400 }), (seconds) => durationSeconds(formatDuration(seconds)) === seconds));
  });
});

describe("DurationText", () => {
  test("keeps one way of writing", () => {
    expect(["PT1H", "60m", "3600s"].map((text) => DurationText.parse(text))).toEqual(["1h", "1h", "1h"]);
  });

  test("says how to write it", () => {
    expect(DurationText.safeParse("soon").error?.issues).toMatchObject([{ message: "Write a duration such as 90s, 5m, 1h, 7d or P7D." }]);
  });
});
