import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreBin, scoreBinBounds, scoreBinCount, scoreOfBin } from "./score-bin.ts";

const score = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 1000 }).map((thousandth) => thousandth / 1000),
  fc.double({ min: -12, max: -3, noNaN: true }).map((exponent) => 10 ** exponent),
  fc.double({ min: -12, max: -3, noNaN: true }).map((exponent) => 1 - 10 ** exponent),
);

test("every score lies within the bounds of its bin", () => {
  fc.assert(
    fc.property(score, (value) => {
      const bin = scoreBin(value);
      const { low, high } = scoreBinBounds(bin);
      expect(low <= value && (value < high || (value === 1 && bin === scoreBinCount - 1))).toBe(true);
      expect(scoreBin(scoreOfBin(bin))).toBe(bin);
    }),
    { numRuns: 2000 },
  );
});

test("a higher score never has a lower bin", () => {
  fc.assert(
    fc.property(score, score, (a, b) => (a <= b ? scoreBin(a) <= scoreBin(b) : scoreBin(a) >= scoreBin(b))),
    { numRuns: 2000 },
  );
});

test("bins tile 0 to 1: a thousandth wide in the middle, 20 per decade towards both ends", () => {
  for (let bin = 0; bin + 1 < scoreBinCount; bin++) expect(scoreBinBounds(bin).high).toBe(scoreBinBounds(bin + 1).low);
  expect(scoreBinCount).toBe(998 + 2 * 121);
  expect([scoreBinBounds(0), scoreBin(0), scoreBin(1), scoreBinBounds(scoreBinCount - 1).high]).toEqual([
    { low: 0, high: 1e-9 },
    0,
    scoreBinCount - 1,
    1,
  ]);
  expect(scoreBinBounds(scoreBin(0.285))).toEqual({ low: 0.285, high: 0.286 });
  expect(scoreBin(2e-6)).toBeLessThan(scoreBin(3e-6));
  expect(scoreBin(1 - 3e-6)).toBeLessThan(scoreBin(1 - 2e-6));
});
