import "server-only";
import type pg from "pg";
import { mergeInto } from "#lib/domain/profile/merge";
import type { Profile } from "#lib/domain/profile/profile";
import { type Horizons, isBeyond } from "./horizons.ts";
import { packProfile, unpackProfile } from "./profile-body.ts";
import type { SpecInForce } from "./specs.ts";
import type { Tallied } from "./tally.ts";

const atOnce = 2_000;

const keysOf = (tallied: readonly Tallied[]) => [
  tallied.map(({ version }) => version),
  tallied.map(({ segment }) => segment),
  tallied.map(({ tier }) => tier),
  tallied.map(({ start }) => new Date(start)),
];

const upsert = `
  INSERT INTO telemetry.profile AS known (model, version, segment, tier, start, spec, rows, labelled, body)
  SELECT $1, version, segment, tier, start, $2, rows, labelled, body
  FROM unnest($3::int4[], $4::text[], $5::int2[], $6::timestamptz[], $7::int8[], $8::int8[], $9::bytea[])
    AS given (version, segment, tier, start, rows, labelled, body)
  ON CONFLICT (model, tier, segment, start, version)
  DO UPDATE SET spec = excluded.spec, rows = excluded.rows, labelled = excluded.labelled, body = excluded.body, updated_at = now()`;

/** Writes whole Profiles over what was there. */
export async function replaceProfiles(client: pg.ClientBase, model: number, spec: SpecInForce, tallied: readonly Tallied[]): Promise<void> {
  for (let from = 0; from < tallied.length; from += atOnce) {
    const part = tallied.slice(from, from + atOnce);
    await client.query(upsert, [
      model,
      spec.id,
      ...keysOf(part),
      part.map(({ profile }) => profile.rows),
      part.map(({ profile }) => profile.labelled),
      part.map(({ profile }) => packProfile(profile, spec.spec)),
    ]);
  }
}

/** Adds differences to the stored Profiles. The caller holds the model's lock, so nobody writes them meanwhile. */
export async function addToProfiles(
  client: pg.ClientBase,
  model: number,
  spec: SpecInForce,
  tallied: readonly Tallied[],
  horizons: Horizons,
): Promise<void> {
  for (let from = 0; from < tallied.length; from += atOnce) {
    const part = tallied.slice(from, from + atOnce);
    const { rows } = await client.query<{ place: string; body: Buffer }>(
      `SELECT given.place, known.body
       FROM unnest($2::int4[], $3::text[], $4::int2[], $5::timestamptz[]) WITH ORDINALITY AS given (version, segment, tier, start, place)
       JOIN telemetry.profile AS known
         ON known.model = $1 AND known.tier = given.tier AND known.segment = given.segment AND known.start = given.start AND known.version = given.version
       WHERE known.spec = $6`,
      [model, ...keysOf(part), spec.id],
    );
    const found = new Set<Tallied>();
    for (const { place, body } of rows) {
      const one = part[Number(place) - 1];
      if (!one) continue;
      found.add(one);
      const sum: Profile = unpackProfile(body, spec.spec);
      mergeInto(sum, one.profile);
      one.profile = sum;
    }
    // A window whose Profile is no longer kept is not begun anew with the little that came late; and a changed label alone would be
    // less than nothing, which cannot be stored.
    await replaceProfiles(
      client,
      model,
      spec,
      part.filter((one) => found.has(one) || (one.profile.rows > 0 && !isBeyond(horizons, one.tier, one.start))),
    );
  }
}
