import "server-only";
import type pg from "pg";
import { compileSpec } from "#lib/domain/profile/compiled-spec";
import { addRow } from "#lib/domain/profile/counting";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { openRegistry } from "#lib/domain/profile/known-values";
import type { Profile } from "#lib/domain/profile/profile";
import { sizeOfTier, windowStart } from "#lib/domain/time/window";
import type { ProfileQuery } from "./read-profiles.ts";
import { eachRow } from "./read-rows.ts";
import { readKnown, type SpecInForce } from "./specs.ts";

/** The Profiles of a stretch from its rows, by the start of their window: what `readProfiles` gives where retention has not dropped them. */
export async function countAgain(
  client: pg.ClientBase,
  { spec }: SpecInForce,
  { model, tier, segment, fromMs, toMs, versions }: ProfileQuery,
  timeZone: string,
): Promise<Map<number, Profile>> {
  const compiled = compileSpec(spec);
  const known = openRegistry(await readKnown(client, model));
  const size = sizeOfTier(tier);
  const at = segment.indexOf("=");
  const named = at < 0 ? null : { name: segment.slice(0, at), value: segment.slice(at + 1) };
  const profiles = new Map<number, Profile>();
  await eachRow(client, spec, { model, fromMs, toMs, versions, segment: named }, (row) => {
    const start = windowStart(Math.floor(row.atMicros / 1000), size, timeZone);
    let profile = profiles.get(start);
    if (!profile) {
      profile = emptyProfile(spec);
      profiles.set(start, profile);
    }
    addRow(profile, compiled, known, row);
  });
  return profiles;
}
