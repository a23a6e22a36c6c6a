import { at } from "./at.ts";
import { chiSquareSf } from "./chi-square.ts";
import type { UndefinedReason } from "./measure.ts";
import { pairedShares } from "./paired-shares.ts";
import { sum } from "./sum.ts";

type Undefined = { statistic: null; degreesOfFreedom: null; pValue: null; reason: UndefinedReason };
export type ChiSquareTest = { statistic: number; degreesOfFreedom: number; pValue: number; reason?: undefined } | Undefined;
export type HomogeneityTest =
  | { statistic: number; degreesOfFreedom: number; pValue: number; cramersV: number; reason?: undefined }
  | (Undefined & { cramersV: null });

const undefinedTest = (reason: UndefinedReason): Undefined => ({ statistic: null, degreesOfFreedom: null, pValue: null, reason });

/**
 * Pearson's χ² of homogeneity on the 2 × k table of two samples (no Yates correction), with Cramér's V = √(χ² / n) as effect size.
 * Columns that are empty in both are dropped; with fewer than two left there is nothing to compare (`single_category`).
 */
export function chiSquareHomogeneity(reference: ArrayLike<number>, current: ArrayLike<number>): HomogeneityTest {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return { ...undefinedTest(shares.reason), cramersV: null };
  const [nReference, nCurrent] = [sum(reference), sum(current)];
  const n = nReference + nCurrent;
  let statistic = 0;
  let columns = 0;
  for (let i = 0; i < reference.length; i++) {
    const column = at(reference, i) + at(current, i);
    if (column === 0) continue;
    columns++;
    // both cells of a column miss their expectation by the same amount
    const miss = at(reference, i) - (nReference * column) / n;
    statistic += miss * miss * (n / (nReference * column) + n / (nCurrent * column));
  }
  if (columns < 2) return { ...undefinedTest("single_category"), cramersV: null };
  const degreesOfFreedom = columns - 1;
  return { statistic, degreesOfFreedom, pValue: chiSquareSf(statistic, degreesOfFreedom), cramersV: Math.sqrt(statistic / n) };
}

/**
 * χ² goodness of fit: takes the reference shares as exact, and so overstates significance when the reference is a sample; prefer
 * homogeneity. A category that the reference never had makes the statistic infinite and p 0.
 */
export function chiSquareGoodnessOfFit(reference: ArrayLike<number>, current: ArrayLike<number>): ChiSquareTest {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return undefinedTest(shares.reason);
  const n = sum(current);
  let statistic = 0;
  let columns = 0;
  for (let i = 0; i < reference.length; i++) {
    const expected = at(shares.reference, i) * n;
    const observed = at(current, i);
    if (expected === 0 && observed === 0) continue;
    columns++;
    statistic += expected === 0 ? Number.POSITIVE_INFINITY : (observed - expected) ** 2 / expected;
  }
  if (columns < 2) return undefinedTest("single_category");
  return { statistic, degreesOfFreedom: columns - 1, pValue: chiSquareSf(statistic, columns - 1) };
}
