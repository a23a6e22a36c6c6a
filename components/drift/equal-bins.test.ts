import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DistributionBin } from "#lib/domain/analysis/answers/drift";
import { categoryBins, equalBins } from "./equal-bins.ts";

const bin = (low: number | null, high: number | null, referenceShare: number | null, currentShare: number | null): DistributionBin => ({
  kind: low === high ? "value" : "range",
  label: "",
  low,
  high,
  referenceRows: 0,
  currentRows: 0,
  referenceShare,
  currentShare,
});
const ends = { minimum: 0, maximum: 10, referenceMinimum: 0, referenceMaximum: 10 };
const total = (shares: (number | null)[]) => shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);

describe("equalBins", () => {
  it("spreads bins of equal frequency over their widths", () => {
    const narrow = [bin(0, 1, 0.5, 0.5), bin(1, 9, 0.5, 0.5)];
    const bins = equalBins({ bins: [], fine: narrow, ...ends }, 4);
    const shares = bins.map(({ reference }) => reference ?? 0);
    expect(shares[0]).toBeGreaterThan((shares[1] ?? 0) * 3);
  });
  it("reaches from the first to the last percentile of both sides", () => {
    const bins = equalBins({ bins: [], fine: [bin(0, 1, 1, null), bin(9, 10, null, 1)], ...ends }, 10);
    expect(bins[0]?.from).toBeCloseTo(0.01);
    expect(bins.at(-1)?.to).toBeCloseTo(9.99);
    expect(bins[0]).toMatchObject({ current: 0 });
  });
  it("gives single values a bin each, with the gaps between them", () => {
    const bins = equalBins({ bins: [], fine: [bin(1, 1, 0.5, 0), bin(2, 2, 0.25, 0.5), bin(4, 4, 0.25, 0.5)], ...ends });
    expect(bins.map(({ from, reference, current }) => [from, reference, current])).toEqual([
      [0.5, 0.5, 0],
      [1.5, 0.25, 0.5],
      [2.5, 0, 0],
      [3.5, 0.25, 0.5],
    ]);
  });
  it("lays an open bin out as far as the rows reach", () => {
    const bins = equalBins({ bins: [], fine: [bin(null, 5, 1, 0), bin(5, null, 0, 1)], ...ends }, 2);
    expect(bins[0]?.reference).toBeCloseTo(0.99, 1);
    expect(bins[1]?.current).toBeCloseTo(0.99, 1);
  });
  it("leaves a side without rows unknown, and is empty without either", () => {
    expect(equalBins({ bins: [], fine: [bin(0, 1, 1, null)], ...ends })[0]?.current).toBeNull();
    expect(equalBins({ bins: [], ...ends })).toEqual([]);
  });
  it("survives a column with one value", () => {
    const bins = equalBins({ bins: [], fine: [bin(5, 5, 1, 1)], ...ends }, 4);
    expect(total(bins.map(({ current }) => current))).toBe(1);
  });
  it("never makes rows up and keeps at least 98 % of them", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0.01, max: 5, noNaN: true }), fc.double({ min: 0.001, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 40,
        }),
        (widths) => {
          const sum = widths.reduce((all, [, share]) => all + share, 0);
          let at = 0;
          const fine = widths.map(([width, share]) => {
            const from = at;
            at += width;
            return bin(from, at, share / sum, null);
          });
          const kept = total(equalBins({ bins: [], fine, ...ends }).map(({ reference }) => reference));
          expect(kept).toBeLessThan(1 + 1e-9);
          expect(kept).toBeGreaterThan(0.98 - 1e-9);
        },
      ),
    ));
});

it("categories come in the order of the reference, the rarest of both sides left out", () => {
  const bins = [0.1, 0.6, 0.2, 0.1].map((share, at) => bin(null, null, share, at === 0 ? 0.9 : 0.01));
  expect(categoryBins({ bins }, 3).map(({ reference }) => reference)).toEqual([0.6, 0.2, 0.1]);
});
