import type { WindowProfile } from "#lib/domain/analysis/question";
import type { EventRow } from "#lib/domain/events/event";
import type { WindowSize } from "#lib/domain/models/model";
import { compileSpec } from "#lib/domain/profile/compiled-spec";
import { addRow } from "#lib/domain/profile/counting";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { noKnownValues, openRegistry } from "#lib/domain/profile/known-values";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";
import { windowStart, windowsBetween } from "#lib/domain/time/window";

/** One Profile of all rows. */
export function profileOf(spec: ProfileSpec, rows: readonly EventRow[]): Profile {
  const [compiled, registry, profile] = [compileSpec(spec), openRegistry(noKnownValues), emptyProfile(spec)];
  for (const row of rows) addRow(profile, compiled, registry, row);
  return profile;
}

/** Profiles of rows per window from the first row's to the last row's, empty ones as null. */
export function windowProfilesOf(spec: ProfileSpec, rows: readonly EventRow[], size: WindowSize, timeZone = "UTC"): WindowProfile[] {
  const byStart = new Map<number, EventRow[]>();
  for (const row of rows) {
    const start = windowStart(row.atMicros / 1000, size, timeZone);
    byStart.set(start, [...(byStart.get(start) ?? []), row]);
  }
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  const [first, last] = [starts[0] ?? 0, starts.at(-1) ?? 0];
  return windowsBetween(first, last + 1, size, timeZone).map(({ start, end }) => {
    const inside = byStart.get(start);
    return { start, end, profile: inside ? profileOf(spec, inside) : null };
  });
}
