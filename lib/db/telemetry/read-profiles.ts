import "server-only";
import type pg from "pg";
import { mergeInto } from "#lib/domain/profile/merge";
import type { Profile } from "#lib/domain/profile/profile";
import type { Tier } from "#lib/domain/time/window";
import { unpackProfile } from "./profile-body.ts";
import type { SpecInForce } from "./specs.ts";

type Queryable = Pick<pg.ClientBase, "query">;

export type ProfileQuery = {
  model: number;
  tier: Tier;
  /** '' = all rows, else "name=value" */
  segment: string;
  fromMs: number;
  toMs: number;
  /** numbers of the versions to add up; null = all that are not shadows */
  versions: number[] | null;
};

const visible = `AND (version = ANY($6::int4[]) OR ($6 IS NULL AND version NOT IN (SELECT number FROM model_version WHERE stage = 'shadow')))`;

/**
 * The Profiles of a stretch, versions added up, by the start of their window. `stale` tells that some are still of an earlier spec:
 * they are being counted again and are left out.
 */
export async function readProfiles(
  client: Queryable,
  spec: SpecInForce,
  query: ProfileQuery,
): Promise<{ profiles: Map<number, Profile>; stale: boolean }> {
  const { rows } = await client.query<{ start: Date; spec: number; body: Buffer }>(
    `SELECT start, spec, body FROM telemetry.profile
     WHERE model = $1 AND tier = $2 AND segment = $3 AND start >= $4 AND start < $5 ${visible} ORDER BY start, version`,
    [query.model, query.tier, query.segment, new Date(query.fromMs), new Date(query.toMs), query.versions],
  );
  const profiles = new Map<number, Profile>();
  let stale = false;
  for (const row of rows) {
    if (row.spec !== spec.id) {
      stale = true;
      continue;
    }
    const profile = unpackProfile(row.body, spec.spec);
    const start = row.start.getTime();
    const sum = profiles.get(start);
    if (sum) mergeInto(sum, profile);
    else profiles.set(start, profile);
  }
  return { profiles, stale };
}

/** One Profile per segment value over a stretch of days: what segments are compared by. */
export async function readSegmentProfiles(
  client: Queryable,
  spec: SpecInForce,
  query: Omit<ProfileQuery, "segment">,
): Promise<Map<string, Profile>> {
  const { rows } = await client.query<{ segment: string; body: Buffer }>(
    `SELECT segment, body FROM telemetry.profile
     WHERE model = $1 AND tier = $2 AND segment <> $3 AND start >= $4 AND start < $5 ${visible} AND spec = $7`,
    [query.model, query.tier, "", new Date(query.fromMs), new Date(query.toMs), query.versions, spec.id],
  );
  const segments = new Map<string, Profile>();
  for (const { segment, body } of rows) {
    const profile = unpackProfile(body, spec.spec);
    const sum = segments.get(segment);
    if (sum) mergeInto(sum, profile);
    else segments.set(segment, profile);
  }
  return segments;
}

const day = 86_400_000;

/** From the first to behind the last window that holds rows; null when nothing is counted. Coarser windows tell where finer ones have expired. */
export async function readExtent(client: Queryable, model: number): Promise<{ fromMs: number; toMs: number; lastMs: number } | null> {
  const { rows } = await client.query<{ first: Date | null; last: Date | null }>(
    `SELECT extent.first, extent.last FROM (VALUES (0), (1), (2)) AS tiers (tier) CROSS JOIN LATERAL
       (SELECT min(start) AS first, max(start) AS last FROM telemetry.profile WHERE model = $1 AND tier = tiers.tier AND segment = '') AS extent
     ORDER BY tiers.tier`,
    [model],
  );
  let extent: { fromMs: number; lastMs: number } | null = null;
  for (const { first, last } of rows) {
    if (!first || !last) continue;
    const [fromMs, lastMs] = [first.getTime(), last.getTime()];
    // a coarser window begins before the finer ones in it
    if (extent === null) extent = { fromMs, lastMs };
    else extent = { fromMs: fromMs + day <= extent.fromMs ? fromMs : extent.fromMs, lastMs: Math.max(lastMs, extent.lastMs) };
  }
  return extent && { ...extent, toMs: extent.lastMs + 300_000 };
}

/** Rows and labels per window without decoding anything: volume bars and coverage of lists. */
export async function readVolumes(client: Queryable, query: ProfileQuery): Promise<{ start: number; rows: number; labelled: number }[]> {
  const { rows } = await client.query<{ start: Date; rows: string; labelled: string }>(
    `SELECT start, sum(rows) AS rows, sum(labelled) AS labelled FROM telemetry.profile
     WHERE model = $1 AND tier = $2 AND segment = $3 AND start >= $4 AND start < $5 ${visible} GROUP BY start ORDER BY start`,
    [query.model, query.tier, query.segment, new Date(query.fromMs), new Date(query.toMs), query.versions],
  );
  return rows.map((row) => ({ start: row.start.getTime(), rows: Number(row.rows), labelled: Number(row.labelled) }));
}

/** The segment keys that were counted, in the order in which they were met. */
export async function readSegmentKeys(client: Queryable, model: number): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    "SELECT name, value FROM telemetry.known_value WHERE model = $1 AND kind = 'segments' ORDER BY seq",
    [model],
  );
  return rows;
}
