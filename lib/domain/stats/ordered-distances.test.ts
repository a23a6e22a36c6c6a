import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countInBins } from "./count-in-bins.ts";
import { jensenShannonDistance } from "./jensen-shannon-distance.ts";
import { kolmogorovSmirnov, ksFromBins } from "./kolmogorov-smirnov.ts";
import { ksCriticalValue, ksPValueAsymptotic, ksPValueExact } from "./ks-p-value.ts";
import { meanAndDeviation } from "./mean-and-deviation.ts";
import { oneSampleKsSf } from "./one-sample-ks.ts";
import { populationStabilityIndex } from "./population-stability-index.ts";
import { quantileEdges, quantileOfSorted } from "./quantile-edges.ts";
import { normalizedWasserstein, wasserstein, wassersteinFromBins } from "./wasserstein.ts";

const KSTWO: [number, number, number][] = [
  [0.1, 50, 0.6623112704658186],
  [0.05, 140, 0.8576480297656114],
  [0.2, 100, 0.0005551927327988775],
  [0.4, 20, 0.0021189221820357984],
  [0.3, 3, 0.8862222222222222],
  [0.6, 7, 0.006140397691438094],
  [0.02, 1000, 0.8108971656895577],
  [0.05, 1000, 0.013012074781090332],
  [0.07, 250, 0.164539772293683],
  [0.01, 30000, 0.004924125582072432],
];
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const equalEdges = (low: number, high: number, bins: number) => range(0, bins).map((i) => low + ((high - low) * i) / bins);

describe("reference 1..100 against current 21..120 (statistics under many binnings)", () => {
  const [ref, cur] = [range(1, 100), range(21, 120)];
  const psi = (edges: number[], floor: number, plus = 0) =>
    populationStabilityIndex(
      countInBins(ref, edges).map((count) => count + plus),
      countInBins(cur, edges).map((count) => count + plus),
      { floor },
    ).value;
  const sturges = equalEdges(1, 120, Math.ceil(Math.log2(200)) + 1);

  test("exact distances", () => {
    expect(kolmogorovSmirnov(ref, cur).value).toBeCloseTo(0.2, 12);
    expect(ksPValueExact(0.2, 100, 100)).toBeCloseTo(0.0363842879, 10);
    const distance = wasserstein(ref, cur);
    expect(distance.value).toBeCloseTo(20, 10);
    expect(normalizedWasserstein(distance, meanAndDeviation(ref).deviation).value).toBeCloseTo(0.6928549666, 9);
    expect(normalizedWasserstein(distance, meanAndDeviation(ref, "sample").deviation).value).toBeCloseTo(0.6893819875, 9);
  });

  test("PSI under the binnings of others", () => {
    expect(countInBins(ref, sturges)).toEqual([14, 13, 13, 13, 14, 13, 13, 7, 0]);
    expect(countInBins(cur, sturges)).toEqual([0, 7, 13, 13, 14, 13, 13, 13, 14]);
    expect(psi(sturges, 1e-4), "Evidently").toBeCloseTo(2.1012195639, 9);
    expect(psi(equalEdges(1, 120, 30), 1e-7), "WhyLabs").toBeCloseTo(5.1596750312, 9);
    expect(psi(equalEdges(1, 120, 10), 1e-4), "Radicalbit").toBeCloseTo(1.8759783914, 9);
    expect(psi(equalEdges(1, 120, Math.ceil(Math.log2(100)) + 1), 0, 1), "Azure").toBeCloseTo(0.8048573719, 9);
  });

  test("PSI on reference deciles with open ends, ours", () => {
    const deciles = quantileEdges(ref, 10);
    expect(psi(deciles, 1e-4)).toBeCloseTo(1.5998919625, 9);
    expect(psi(deciles, 0, 1), "Laplace +1").toBeCloseTo(0.6243613099, 9);
  });

  test("JS distance under the binnings of others", () => {
    const js = (edges: number[], base: 2 | "nat") =>
      jensenShannonDistance(countInBins(ref, edges), countInBins(cur, edges), { base }).value;
    expect(js(sturges, "nat"), "Evidently").toBeCloseTo(0.3258538224, 9);
    expect(js(equalEdges(1, 120, 8), 2), "Azure").toBeCloseTo(0.3965631645, 7);
    // NannyML: Doane's bins on the reference only (8 here), one more for whatever lies outside
    const overflow = (values: number[]) => {
      const within = countInBins(
        values.filter((value) => value <= 100),
        equalEdges(1, 100, 8),
      );
      return [...within, values.filter((value) => value > 100).length];
    };
    expect(jensenShannonDistance(overflow(ref), overflow(cur)).value, "NannyML").toBeCloseTo(0.4191796881, 9);
  });
});

describe("eight against eight, where exact and asymptotic p disagree (Evidently's tests)", () => {
  const ref = [38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0];
  const cur = [39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8];
  test("D, p, W", () => {
    expect(kolmogorovSmirnov(ref, cur).value).toBe(0.625);
    expect(ksPValueExact(0.625, 8, 8)).toBeCloseTo(0.087024087, 10);
    expect(ksPValueAsymptotic(0.625, 8, 8)).toBeCloseTo(0.0493164063, 10);
    const distance = wasserstein(ref, cur);
    expect(distance.value).toBeCloseTo(4.1625, 10);
    const [population, sample] = [meanAndDeviation(ref).deviation, meanAndDeviation(ref, "sample").deviation];
    expect(population).toBeCloseTo(5.328094758, 9);
    expect(sample).toBeCloseTo(5.6959728882, 9);
    expect(normalizedWasserstein(distance, population).value).toBeCloseTo(0.7812361058, 9);
    expect(normalizedWasserstein(distance, sample).value).toBeCloseTo(0.7307794615, 9);
  });
});

test("ordered counts, as bins and as rows (Evidently's six values)", () => {
  const counts = { ref: [16, 18, 16, 14, 12, 12], cur: [16, 16, 16, 16, 16, 8] };
  const rows = (vector: number[]) => vector.flatMap((count, value) => new Array<number>(count).fill(value + 1));
  const points = range(1, 6);
  const [ref, cur] = [rows(counts.ref), rows(counts.cur)];
  for (const d of [kolmogorovSmirnov(ref, cur), ksFromBins(counts.ref, counts.cur)]) expect(d.value).toBeCloseTo(0.0454545455, 9);
  expect(ksPValueExact(4 / 88, 88, 88)).toBeCloseTo(0.99999261, 7);
  for (const w of [wasserstein(ref, cur), wassersteinFromBins(counts.ref, counts.cur, { points })]) {
    expect(w.value).toBeCloseTo(0.0909090909, 9);
    expect(normalizedWasserstein(w, meanAndDeviation(ref).deviation).value).toBeCloseTo(0.0544331054, 9);
  }
});

describe("p-values and critical values of KS", () => {
  test("exact p of 10,000 against 1,000 (NannyML's sample)", () => {
    expect(ksPValueExact(0.0259, 10_000, 1_000)).toBeCloseTo(0.56813, 5);
  });
  // the published list used 1.358 for K(.95) = 1.35810
  test.each([
    [100, 0.19205],
    [1_000, 0.06073],
    [10_000, 0.01921],
    [100_000, 0.00607],
  ])("5 %% critical D of %d against as many", (n, d) => {
    expect(Math.abs(ksCriticalValue(n, n, 0.05) - d)).toBeLessThan(2e-5);
  });
  // scipy.stats.kstwo.sf
  test.each(KSTWO)("P(D ≥ %d) of %d rows", (d, n, p) => {
    expect(Math.abs(oneSampleKsSf(d, n) - p)).toBeLessThan(n > 140 ? 3e-5 : 1e-10);
  });
  test("a distance of 0 is no evidence, one of 1 all there is", () => {
    expect([ksPValueExact(0, 5, 6), oneSampleKsSf(0, 9), oneSampleKsSf(1, 9)]).toEqual([1, 1, 0]);
    expect(ksPValueExact(1, 3, 3)).toBeCloseTo(2 / 20, 12);
    expect(ksCriticalValue(1, 1)).toBe(1);
  });
});

describe("undefined and edges", () => {
  test("a side without rows", () => {
    expect(kolmogorovSmirnov([], [1])).toEqual({ value: null, reason: "no_reference_rows" });
    expect(kolmogorovSmirnov([1], [])).toEqual({ value: null, reason: "no_current_rows" });
    expect(ksFromBins([0], [1])).toEqual({ value: null, reason: "no_reference_rows", error: null });
    expect(wasserstein([], [1]).reason).toBe("no_reference_rows");
    expect(wasserstein([1], []).reason).toBe("no_current_rows");
    expect(wassersteinFromBins([1], [0], { points: [1] }).reason).toBe("no_current_rows");
    expect(normalizedWasserstein(wasserstein([1, 1], [2]), 0)).toEqual({ value: null, reason: "constant_reference" });
    expect(meanAndDeviation([])).toEqual({ mean: null, deviation: null });
    expect(meanAndDeviation([3], "sample")).toEqual({ mean: 3, deviation: null });
    expect([quantileOfSorted([], 0.5), quantileEdges([], 4), quantileEdges([7, 7, 7], 4)]).toEqual([null, [], [7]]);
    expect(() => wassersteinFromBins([1], [1], { edges: [0] })).toThrow(RangeError);
  });
  test("values outside closed ends are not counted, inside open ones they are", () => {
    expect(countInBins([-1, 0, 1, 2, 3, 4], [0, 2, 3], "closed")).toEqual([2, 2]);
    expect(countInBins([-1, 0, 1, 2, 3, 4], [0, 2, 3])).toEqual([3, 3]);
    expect(countInBins([1], [])).toEqual([]);
  });
  test("quantiles are NumPy's", () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((q) => quantileOfSorted([1, 2, 4, 8], q))).toEqual([1, 1.75, 3, 6.800000000000001, 8]);
  });
});

describe("bins against rows", () => {
  const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
  const samples = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 80 });

  test("binned KS misses at most its declared error", () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const edges = equalEdges(0, 100, 12);
        const exact = kolmogorovSmirnov(sorted(a), sorted(b)).value ?? Number.NaN;
        const binned = ksFromBins(countInBins(a, edges), countInBins(b, edges));
        expect(binned.value).toBeLessThanOrEqual(exact + 1e-12);
        expect((binned.value ?? 0) + (binned.error ?? 0)).toBeGreaterThanOrEqual(exact - 1e-12);
      }),
    );
  });

  test("binned Wasserstein is within a bin's width of the exact one", () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const edges = equalEdges(0, 100, 50);
        const exact = wasserstein(sorted(a), sorted(b)).value ?? Number.NaN;
        const binned = wassersteinFromBins(countInBins(a, edges), countInBins(b, edges), { edges }).value ?? Number.NaN;
        expect(Math.abs(exact - binned)).toBeLessThanOrEqual(4 + 1e-9);
      }),
    );
  });

  test("Wasserstein of a shifted sample is the shift", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: -50, max: 50 }), (a, shift) => {
        expect(
          wasserstein(
            sorted(a),
            sorted(a).map((value) => value + shift),
          ).value,
        ).toBeCloseTo(Math.abs(shift), 8);
      }),
    );
  });
});
