import { sizeOfTier, type Tier, windowEnd, windowStart } from "#lib/domain/time/window";

/** A stretch of whole windows of one tier; ms since 1970, end exclusive. */
export type Stretch = { tier: Tier; from: number; to: number };

const finer: Partial<Record<Tier, Tier>> = { 2: 1, 1: 0 };

/**
 * The fewest stored Profiles that cover a range: whole days in the middle, hours and 5 minutes at its ends, in order of time. With `finest`
 * the ends are widened to whole windows of that tier: 5 minutes, or an hour where the 5m tier does not hold what is asked.
 */
export function coverRange(
  from: number,
  to: number,
  timeZone: string,
  { coarsest = 2, finest = 0 }: { coarsest?: Tier; finest?: Tier } = {},
): Stretch[] {
  const size = sizeOfTier(finest);
  const start = windowStart(from, size, timeZone);
  const last = windowStart(to - 1, size, timeZone);
  return cover(start, windowEnd(last, size, timeZone), coarsest, finest, timeZone);
}

function cover(from: number, to: number, tier: Tier, finest: Tier, timeZone: string): Stretch[] {
  if (to <= from) return [];
  if (tier === finest) return [{ tier, from, to }];
  const size = sizeOfTier(tier);
  const next = finer[tier] ?? finest;
  const floor = windowStart(from, size, timeZone);
  const first = floor === from ? from : windowEnd(floor, size, timeZone);
  const end = windowStart(to, size, timeZone);
  if (first >= end) return cover(from, to, next, finest, timeZone);
  return [...cover(from, first, next, finest, timeZone), { tier, from: first, to: end }, ...cover(end, to, next, finest, timeZone)];
}
