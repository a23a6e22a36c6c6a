import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { windows } from "#lib/domain/models/model";
import { sizeOfTier, tierOf, windowEnd, windowStart, windowsBetween } from "./window.ts";

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");
const zones = ["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe"];

describe("windowStart", () => {
  test.each([
    ["5m", "UTC", "2026-03-04T10:07:59Z", "2026-03-04T10:05:00Z"],
    ["1h", "Asia/Kathmandu", "2026-03-04T10:07:59Z", "2026-03-04T10:00:00Z"],
    ["1d", "UTC", "2026-03-04T23:59:59Z", "2026-03-04T00:00:00Z"],
    ["1w", "UTC", "2026-03-04T10:00:00Z", "2026-03-02T00:00:00Z"],
    ["1w", "UTC", "2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z"],
    ["1w", "UTC", "1969-12-31T00:00:00Z", "1969-12-29T00:00:00Z"],
    ["1mo", "UTC", "2026-02-28T23:00:00Z", "2026-02-01T00:00:00Z"],
    ["1d", "Asia/Kathmandu", "2026-03-04T18:14:59Z", "2026-03-03T18:15:00Z"],
    ["1d", "Asia/Kathmandu", "2026-03-04T18:15:00Z", "2026-03-04T18:15:00Z"],
    ["1w", "Asia/Kathmandu", "2026-03-01T18:15:00Z", "2026-03-01T18:15:00Z"],
    ["1mo", "Asia/Kathmandu", "2026-03-04T12:00:00Z", "2026-02-28T18:15:00Z"],
    ["1d", "Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z"],
    ["1d", "Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-29T22:00:00Z"],
    ["1mo", "Europe/Berlin", "2026-04-15T00:00:00Z", "2026-03-31T22:00:00Z"],
    ["1w", "Europe/Berlin", "2026-10-25T23:30:00Z", "2026-10-25T23:00:00Z"],
    ["1d", "America/St_Johns", "2026-03-08T12:00:00Z", "2026-03-08T03:30:00Z"],
    ["1d", "America/St_Johns", "2026-03-09T02:29:59Z", "2026-03-08T03:30:00Z"],
    ["1d", "America/St_Johns", "2026-11-01T12:00:00Z", "2026-11-01T02:30:00Z"],
  ] as const)("%s in %s: %s lies in the window from %s", (size, zone, time, start) => {
    expect(iso(windowStart(at(time), size, zone))).toBe(start);
  });

  test("starts a day when the clock first shows it, where midnight does not exist", () => {
    expect(iso(windowStart(at("2018-11-04T12:00:00Z"), "1d", "America/Sao_Paulo"))).toBe("2018-11-04T03:00:00Z");
    expect(iso(windowStart(at("2018-11-04T02:59:59Z"), "1d", "America/Sao_Paulo"))).toBe("2018-11-03T03:00:00Z");
  });
});

describe("windowsBetween", () => {
  const spans = (from: string, to: string, size: (typeof windows)[number], zone: string) =>
    windowsBetween(at(from), at(to), size, zone).map(({ start, end }) => [iso(start), (end - start) / 3_600_000]);

  test("begins with the window that holds from and ends before to", () => {
    expect(spans("2026-03-04T10:59:00Z", "2026-03-04T12:00:00Z", "1h", "UTC")).toEqual([
      ["2026-03-04T10:00:00Z", 1],
      ["2026-03-04T11:00:00Z", 1],
    ]);
    expect(spans("2026-03-04T10:00:00Z", "2026-03-04T10:00:00Z", "1h", "UTC")).toEqual([]);
  });

  test("gives days of 23 and 25 hours where clocks change", () => {
    expect(spans("2026-03-27T23:00:00Z", "2026-03-30T22:00:00Z", "1d", "Europe/Berlin")).toEqual([
      ["2026-03-27T23:00:00Z", 24],
      ["2026-03-28T23:00:00Z", 23],
      ["2026-03-29T22:00:00Z", 24],
    ]);
    expect(spans("2026-10-31T02:30:00Z", "2026-11-02T03:30:00Z", "1d", "America/St_Johns")).toEqual([
      ["2026-10-31T02:30:00Z", 24],
      ["2026-11-01T02:30:00Z", 25],
    ]);
    expect(spans("2026-03-23T00:00:00Z", "2026-03-31T00:00:00Z", "1w", "Europe/Berlin").map(([, hours]) => hours)).toEqual([167, 168]);
    expect(spans("2026-03-05T00:00:00Z", "2026-05-01T00:00:00Z", "1mo", "UTC").map(([start]) => start)).toEqual([
      "2026-03-01T00:00:00Z",
      "2026-04-01T00:00:00Z",
    ]);
  });

  test("passes over a day that a zone left out", () => {
    expect(spans("2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z", "1d", "Pacific/Apia")).toEqual([
      ["2011-12-29T10:00:00Z", 24],
      ["2011-12-30T10:00:00Z", 24],
    ]);
  });

  test("tiles time in every zone: each moment lies in exactly the window it is assigned to", () => {
    const moments = fc.integer({ min: at("2005-01-01T00:00:00Z"), max: at("2035-01-01T00:00:00Z") });
    fc.assert(
      fc.property(moments, fc.constantFrom(...windows), fc.constantFrom(...zones), (moment, size, zone) => {
        const start = windowStart(moment, size, zone);
        const end = windowEnd(start, size, zone);
        expect(start <= moment && moment < end).toBe(true);
        expect(windowStart(end - 1, size, zone)).toBe(start);
        expect(windowStart(end, size, zone)).toBe(end);
        expect(windowsBetween(moment, end + 1, size, zone).map((window) => window.start)).toEqual([start, end]);
      }),
      { numRuns: 400 },
    );
  });
});

test("every window is made of whole windows of its tier", () => {
  expect(windows.map((size) => [size, tierOf(size), sizeOfTier(tierOf(size))])).toEqual([
    ["5m", 0, "5m"],
    ["1h", 1, "1h"],
    ["1d", 2, "1d"],
    ["1w", 2, "1d"],
    ["1mo", 2, "1d"],
  ]);
});
