import { expect, test } from "vitest";
import { alertVectors } from "#lib/testing/alert-vectors";
import { flapPercent } from "./flap-percent.ts";

test.each(alertVectors.nagios_flap_percent)("flaps as much as in Nagios: $expect %", ({ history_oldest_first, expect: percent }) => {
  expect(flapPercent(history_oldest_first.map(Boolean))).toBe(percent);
});

test.each([
  [2, 12.368],
  [3, 18.355],
  [4, 24.211],
  [5, 29.934],
  [6, 35.526],
])("the last %d changes are %d %", (changes, percent) => {
  expect(flapPercent(Array.from({ length: 40 }, (_, i) => i >= 40 - changes && (i - 40 + changes) % 2 === 0))).toBe(percent);
});

test.each([[[]], [[true]], [[true, true, true]]])("%o has not flapped", (states) => {
  expect(flapPercent(states)).toBe(0);
});

test("counts the changes of a short history where they would be in a long one", () => {
  expect(flapPercent([false, true])).toBe(6.25);
});
