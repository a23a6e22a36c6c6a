import "server-only";
import type pg from "pg";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";
import type { Tier } from "#lib/domain/time/window";
import { unpackProfile } from "./profile-body.ts";

type Queryable = Pick<pg.ClientBase, "query">;

/** The Profile of the whole reference (or of one segment value of it); null when it has no such rows. */
export async function readReferenceProfile(client: Queryable, reference: number, spec: ProfileSpec, segment = ""): Promise<Profile | null> {
  const { rows } = await client.query<{ body: Buffer }>(
    "SELECT body FROM telemetry.reference_profile WHERE reference = $1 AND tier = -1 AND segment = $2",
    [reference, segment],
  );
  return rows[0] ? unpackProfile(rows[0].body, spec) : null;
}

/** The segment keys that a reference has Profiles of. */
export async function readReferenceSegments(client: Queryable, reference: number, spec: ProfileSpec): Promise<Map<string, Profile>> {
  const { rows } = await client.query<{ segment: string; body: Buffer }>(
    "SELECT segment, body FROM telemetry.reference_profile WHERE reference = $1 AND tier = -1 AND segment <> ''",
    [reference],
  );
  return new Map(rows.map(({ segment, body }) => [segment, unpackProfile(body, spec)]));
}

/** The reference's own windows of a tier, in order; none when its rows had no timestamps. */
export async function readReferenceWindows(
  client: Queryable,
  reference: number,
  spec: ProfileSpec,
  tier: Tier,
): Promise<{ start: number; profile: Profile }[]> {
  const { rows } = await client.query<{ start: Date; body: Buffer }>(
    "SELECT start, body FROM telemetry.reference_profile WHERE reference = $1 AND tier = $2 AND segment = '' ORDER BY start",
    [reference, tier],
  );
  return rows.map(({ start, body }) => ({ start: start.getTime(), profile: unpackProfile(body, spec) }));
}
