import { expect, test } from "vitest";
import { monthsUntilAhead, shiftMonths } from "./shift-months.ts";

const ms = (text: string) => Date.parse(text);

test.each([
  ["2022-05-09T23:00:00Z", 55, "2026-12-09T23:00:00Z"],
  ["2021-07-31T05:00:00Z", 55, "2026-02-28T05:00:00Z"],
  ["2021-01-15T00:00:00Z", 0, "2021-01-15T00:00:00Z"],
])("%s and %i months is %s", (from, months, to) => {
  expect(shiftMonths(ms(from), months)).toBe(ms(to));
});

test("the last row lies ahead of now, and a month earlier it would not", () => {
  const last = ms("2022-05-09T23:00:00Z");
  for (const now of ["2026-11-21T00:00:00Z", "2026-12-09T22:59:59Z", "2026-12-09T23:00:00Z", "2027-01-31T00:00:00Z"].map(ms)) {
    const months = monthsUntilAhead(last, now);
    expect(shiftMonths(last, months)).toBeGreaterThan(now);
    expect(shiftMonths(last, months - 1)).toBeLessThanOrEqual(now);
  }
});
