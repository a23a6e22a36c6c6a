import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverRange } from "./cover.ts";

const at = (text: string) => Date.parse(text);
const MINUTE = 60_000;

describe("covering a range with stored Profiles", () => {
  test("takes days in the middle, hours and 5 minutes at the ends", () => {
    const found = coverRange(at("2022-03-01T22:50:00Z"), at("2022-03-04T01:05:00Z"), "UTC");
    expect(
      found.map(({ tier, from, to }) => [tier, new Date(from).toISOString().slice(5, 16), new Date(to).toISOString().slice(5, 16)]),
    ).toEqual([
      [0, "03-01T22:50", "03-01T23:00"],
      [1, "03-01T23:00", "03-02T00:00"],
      [2, "03-02T00:00", "03-04T00:00"],
      [1, "03-04T00:00", "03-04T01:00"],
      [0, "03-04T01:00", "03-04T01:05"],
    ]);
  });

  test("widens ends that no Profile meets", () => {
    expect(coverRange(at("2022-03-01T22:51:10Z"), at("2022-03-01T22:56:00Z"), "UTC")).toEqual([
      { tier: 0, from: at("2022-03-01T22:50:00Z"), to: at("2022-03-01T23:00:00Z") },
    ]);
    expect(coverRange(at("2022-03-01T22:51:10Z"), at("2022-03-01T22:56:00Z"), "UTC", { finest: 1 })).toEqual([
      { tier: 1, from: at("2022-03-01T22:00:00Z"), to: at("2022-03-01T23:00:00Z") },
    ]);
  });

  test("leaves no gap and no overlap in any zone", () => {
    const zones = fc.constantFrom("UTC", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe");
    fc.assert(
      fc.property(
        fc.integer({ min: at("2022-01-01"), max: at("2023-01-01") }),
        fc.integer({ min: 1, max: 40 * 1440 }),
        zones,
        (from, minutes, zone) => {
          const found = coverRange(from, from + minutes * MINUTE, zone);
          expect(found[0]?.from).toBeLessThanOrEqual(from);
          expect(found.at(-1)?.to).toBeGreaterThanOrEqual(from + minutes * MINUTE);
          for (const [index, stretch] of found.entries()) if (index > 0) expect(stretch.from).toBe(found[index - 1]?.to);
        },
      ),
    );
  });
});
