import "server-only";
import type pg from "pg";
import type { Model } from "#lib/domain/models/model";
import { compileSpec } from "#lib/domain/profile/compiled-spec";
import { addRow } from "#lib/domain/profile/counting";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { addReferenceRow, finishReference, readReference } from "#lib/domain/profile/freeze";
import { openRegistry, takeAdditions } from "#lib/domain/profile/known-values";
import type { Profile } from "#lib/domain/profile/profile";
import { packProfile } from "./profile-body.ts";
import { eachReferenceRow } from "./reference-rows.ts";
import { readKnown, type SpecInForce, writeKnown, writeSpec } from "./specs.ts";
import { segmentsOf, Tally } from "./tally.ts";

type ReferenceModel = Pick<Model, "number" | "task" | "decisionThreshold" | "positiveLabel" | "schema" | "timeZone">;

const wholeTier = -1;

/**
 * Freezes a stored reference for the model as it is now: reads its rows twice, for the layout and for the counts, and puts spec and
 * Profiles (all rows, each segment value, and the windows of its timestamps) in place. Also after a change of the model's schema.
 */
export async function freezeReference(
  client: pg.ClientBase,
  model: ReferenceModel,
  reference: { number: number; version: number },
): Promise<SpecInForce> {
  const reader = readReference(model);
  await eachReferenceRow(client, reference.number, (row) => addReferenceRow(reader, row));
  const inForce = await writeSpec(client, model.number, reference.number, finishReference(reader, reference.version));
  const { spec } = inForce;
  const registry = openRegistry(await readKnown(client, model.number));
  const compiled = compileSpec(spec);
  const whole = new Map<string, Profile>([["", emptyProfile(spec)]]);
  const tally = new Tally(spec, registry, model.timeZone);
  await eachReferenceRow(client, reference.number, (row) => {
    const stored = { ...row, versionNumber: 0 };
    for (const segment of ["", ...segmentsOf(spec, registry, stored)]) {
      const profile = whole.get(segment) ?? emptyProfile(spec);
      whole.set(segment, profile);
      addRow(profile, compiled, registry, row);
    }
    if (!Number.isNaN(row.atMicros)) tally.add(stored);
  });
  await writeKnown(client, model.number, takeAdditions(registry));
  const all = [
    ...[...whole].map(([segment, profile]) => ({ segment, tier: wholeTier, start: 0, profile })),
    ...tally.finish().filter(({ segment }) => segment === ""),
  ];
  await client.query("DELETE FROM telemetry.reference_profile WHERE reference = $1", [reference.number]);
  for (let from = 0; from < all.length; from += 2_000) {
    const part = all.slice(from, from + 2_000);
    await client.query(
      `INSERT INTO telemetry.reference_profile (reference, segment, tier, start, rows, body)
       SELECT $1, segment, tier, start, rows, body FROM unnest($2::text[], $3::int2[], $4::timestamptz[], $5::int8[], $6::bytea[]) AS given (segment, tier, start, rows, body)`,
      [
        reference.number,
        part.map(({ segment }) => segment),
        part.map(({ tier }) => tier),
        part.map(({ start }) => new Date(start)),
        part.map(({ profile }) => profile.rows),
        part.map(({ profile }) => packProfile(profile, spec)),
      ],
    );
  }
  return inForce;
}
