export type FalseDiscoveryControl = { adjusted: (number | null)[]; rejected: boolean[] };

/**
 * Benjamini–Hochberg over many p-values: the adjusted value of each, and whether it is rejected at false discovery rate `rate`. A null
 * (test not defined) stays null, is not rejected and does not count as a test.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[], rate = 0.05): FalseDiscoveryControl {
  const tests = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let smallest = 1;
  for (const [position, { p, index }] of tests.entries()) {
    smallest = Math.min(smallest, (p * tests.length) / (tests.length - position));
    adjusted[index] = smallest;
  }
  return { adjusted, rejected: adjusted.map((p) => p !== null && p <= rate) };
}
