/**
 * How many distinct values a column has, from the smallest hashes of its values ("k minimum values", Bar-Yossef et al. 2002):
 * exact up to KEPT values, then within about 2 % (one standard error, 1/√(KEPT − 2)). Unions are exact, so windows add up.
 */
export const KEPT = 2048;
const RANGE = 2 ** 53;

export type Distinct = Set<number>;

/** 53 bits of a text: two rounds of FNV-1a with different starts, each finished as MurmurHash3 does. */
export function hashOf(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (mixed(a) >>> 0) * 2_097_152 + (mixed(b ^ text.length) >>> 11);
}

function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The smallest hashes, ascending: what is stored and compared. */
export const smallestHashes = (distinct: Distinct): number[] => [...distinct].sort((x, y) => x - y).slice(0, KEPT);

/** Adds one value, in place. Twice as many as needed are held before the larger half goes, so that it is rarely done. */
export function addDistinct(distinct: Distinct, value: string | number): void {
  distinct.add(hashOf(String(value)));
  if (distinct.size >= 2 * KEPT) prune(distinct);
}

export function mergeDistinct(into: Distinct, from: Distinct): void {
  for (const hash of from) into.add(hash);
  if (into.size >= 2 * KEPT) prune(into);
}

function prune(distinct: Distinct): void {
  const kept = smallestHashes(distinct);
  distinct.clear();
  for (const hash of kept) distinct.add(hash);
}

/** The number of distinct values; `exact` while all of them are held. */
export function distinctCount(distinct: Distinct): { count: number; exact: boolean } {
  const hashes = smallestHashes(distinct);
  if (hashes.length < KEPT) return { count: hashes.length, exact: true };
  return { count: ((KEPT - 1) * RANGE) / (hashes[KEPT - 1] ?? RANGE), exact: false };
}

/** Share of present values that repeat another one; 0 where the estimate cannot tell it from none (three standard errors). */
export function repeatedShare(distinct: Distinct, present: number): number {
  const { count, exact } = distinctCount(distinct);
  if (present === 0 || count >= present) return 0;
  const share = 1 - count / present;
  return exact || share > 3 / Math.sqrt(KEPT - 2) ? share : 0;
}
