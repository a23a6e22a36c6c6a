import { at } from "./at.ts";
import { sum } from "./sum.ts";

export type PooledCounts = { reference: number[]; current: number[]; pooledCategories: number };

/**
 * Puts all categories with a reference share under `minimumShare` (so also those the reference never had) into one, last place. With one or
 * none of them nothing changes but their place. For PSI and χ², which a handful of rare categories would otherwise dominate.
 */
export function poolRare(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  { minimumShare = 0.01 }: { minimumShare?: number } = {},
): PooledCounts {
  const total = sum(reference);
  const kept: PooledCounts = { reference: [], current: [], pooledCategories: 0 };
  let [rareReference, rareCurrent] = [0, 0];
  for (let i = 0; i < reference.length; i++) {
    if (total > 0 && at(reference, i) / total >= minimumShare) {
      kept.reference.push(at(reference, i));
      kept.current.push(at(current, i));
    } else {
      rareReference += at(reference, i);
      rareCurrent += at(current, i);
      kept.pooledCategories++;
    }
  }
  if (kept.pooledCategories > 0) {
    kept.reference.push(rareReference);
    kept.current.push(rareCurrent);
  }
  return kept;
}
