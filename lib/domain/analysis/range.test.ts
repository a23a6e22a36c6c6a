import { describe, expect, test } from "vitest";
import { resolveRange, windowsOfRange } from "./range.ts";

const at = (text: string) => Date.parse(text);
const context = { size: "1mo", timeZone: "UTC", lastData: at("2022-05-09T23:00:00Z"), now: at("2026-01-01") } as const;
const iso = ({ from, to }: { from: number; to: number }) => [
  new Date(from).toISOString().slice(0, 10),
  new Date(to).toISOString().slice(0, 10),
];

describe("the range of an analysis", () => {
  test("is by default the last thirty windows up to the last data", () => {
    expect(iso(resolveRange({}, context))).toEqual(["2019-12-01", "2022-06-01"]);
    expect(windowsOfRange(resolveRange({}, context), "1mo", "UTC")).toHaveLength(30);
  });

  test("ends with the last data when only its start is given, and the other way round", () => {
    expect(iso(resolveRange({ from: at("2022-01-01") }, context))).toEqual(["2022-01-01", "2022-06-01"]);
    expect(iso(resolveRange({ to: at("2022-01-01") }, context))).toEqual(["2019-07-01", "2022-01-01"]);
  });

  test("still holds a window when it starts after the last data", () => {
    expect(iso(resolveRange({ from: at("2023-03-01") }, context))).toEqual(["2023-03-01", "2023-04-01"]);
  });

  test("is refused when it is empty", () => {
    expect(() => resolveRange({ from: at("2022-01-02"), to: at("2022-01-02") }, context)).toThrow("The range is empty");
  });

  test("of too many windows is refused with the smallest window that fits", () => {
    const year = { from: at("2021-01-01"), to: at("2022-01-01") };
    expect(() => windowsOfRange(year, "5m", "UTC")).toThrow("Ask for window=1d, the smallest that fits");
    expect(() => windowsOfRange({ from: year.from, to: at("2021-01-15") }, "5m", "UTC")).toThrow("window=1h");
    expect(windowsOfRange({ from: 0, to: 2000 * 300_000 }, "5m", "UTC")).toHaveLength(2000);
  });
});
