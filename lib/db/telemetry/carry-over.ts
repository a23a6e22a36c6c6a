import "server-only";
import type pg from "pg";
import { emptyColumn, emptyProfile } from "#lib/domain/profile/empty-profile";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";
import { unpackProfile } from "./profile-body.ts";
import type { SpecInForce } from "./specs.ts";
import type { Tallied } from "./tally.ts";

/**
 * A Profile of an earlier spec for the one in force, where its rows are gone: outcomes, groups, latency and the sums of columns stay,
 * bins and outliers do not, because they were cut by another reference.
 */
export function carriedOver(profile: Profile, before: ProfileSpec, now: ProfileSpec): Profile {
  const carried = emptyProfile(now);
  const columnAt = new Map(before.columns.map(({ name, type }, index) => [`${type} ${name}`, profile.columns[index]]));
  const attributionAt = new Map(before.attributions.map((name, index) => [name, profile.attributions[index]]));
  const { rows, labelled, errors, firstMicros, lastMicros, latency } = profile;
  return {
    ...carried,
    ...{ rows, labelled, errors, firstMicros, lastMicros, latency },
    outcome: profile.outcome.kind === carried.outcome.kind ? profile.outcome : carried.outcome,
    columns: now.columns.map(({ name, type }) => {
      const column = columnAt.get(`${type} ${name}`);
      return column ? { ...column, bins: new Map(), outliers: 0, unexpected: 0 } : { ...emptyColumn(), missing: rows };
    }),
    groups: new Map(now.groups.map(({ name }) => [name, profile.groups.get(name) ?? new Map()])),
    attributions: now.attributions.map((name) => attributionAt.get(name) ?? { count: 0, sumAbsolute: 0 }),
  };
}

type Row = { version: number; segment: string; tier: 0 | 1 | 2; start: Date; body: Buffer; spec: ProfileSpec };

/** The Profiles of a condition that are of an earlier spec, as the spec in force would have them. */
export async function readCarriedOver(
  client: Pick<pg.ClientBase, "query">,
  inForce: SpecInForce,
  condition: string,
  values: unknown[],
): Promise<Tallied[]> {
  const { rows } = await client.query<Row>(
    `SELECT version, segment, tier, start, body, before.spec FROM telemetry.profile
     JOIN telemetry.spec AS before ON before.id = profile.spec WHERE ${condition} AND before.id <> $${values.length + 1}`,
    [...values, inForce.id],
  );
  return rows.map(({ start, body, spec, ...key }) => ({
    ...key,
    start: start.getTime(),
    profile: carriedOver(unpackProfile(body, spec), spec, inForce.spec),
  }));
}
