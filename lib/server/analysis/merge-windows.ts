import "server-only";
import type { WindowSize } from "#lib/domain/models/model";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { mergeInto } from "#lib/domain/profile/merge";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";
import { sizeOfTier, tierOf, windowStart } from "#lib/domain/time/window";

type Stored = { start: number; profile: Profile };

/** Stored Profiles in order of time, added up to windows of a size; those that hold rows only. */
export function mergeWindows(stored: readonly Stored[], spec: ProfileSpec, size: WindowSize, timeZone: string): Profile[] {
  if (sizeOfTier(tierOf(size)) === size) return stored.map(({ profile }) => profile);
  const sums = new Map<number, Profile>();
  for (const { start, profile } of stored) {
    const window = windowStart(start, size, timeZone);
    let sum = sums.get(window);
    if (!sum) {
      sum = emptyProfile(spec);
      sums.set(window, sum);
    }
    mergeInto(sum, profile);
  }
  return [...sums.values()];
}
