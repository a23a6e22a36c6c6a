import "server-only";
import type pg from "pg";
import type { Model } from "#lib/domain/models/model";
import { type SpecModel, specWithoutReference } from "#lib/domain/profile/freeze";
import { type KnownAddition, noKnownValues } from "#lib/domain/profile/known-values";
import type { KnownValues, ProfileSpec } from "#lib/domain/profile/profile";

/** The spec in force; `id` is what Profiles name. `reference` is the number of the reference, null without one. */
export type SpecInForce = { id: number; reference: number | null; spec: ProfileSpec };

import { holdModelLock } from "./model-lock.ts";

type Queryable = Pick<pg.ClientBase, "query">;
type Row = { id: number; reference: number | null; spec: ProfileSpec };

export async function readSpec(client: Queryable, model: number): Promise<SpecInForce | null> {
  const { rows } = await client.query<Row>("SELECT id, reference, spec FROM telemetry.spec WHERE model = $1 ORDER BY id DESC LIMIT 1", [
    model,
  ]);
  return rows[0] ?? null;
}

/**
 * Puts a spec in force, in a transaction whose later steps ask for the re-count. Counting waits until it is committed: what was counted by
 * the old spec outside the range to re-count would stay behind.
 */
export async function writeSpec(client: Queryable, model: number, reference: number | null, spec: ProfileSpec): Promise<SpecInForce> {
  await holdModelLock(client, model);
  const { rows } = await client.query<{ id: number }>(
    "INSERT INTO telemetry.spec (model, reference, spec) VALUES ($1, $2, $3) RETURNING id",
    [model, reference, JSON.stringify(spec)],
  );
  return { id: rows[0]?.id ?? 0, reference, spec };
}

/** The spec in force; a model without any gets the one without reference. */
export const ensureSpec = async (client: Queryable, model: SpecModel & Pick<Model, "number">): Promise<SpecInForce> =>
  (await readSpec(client, model.number)) ?? writeSpec(client, model.number, null, specWithoutReference(model));

export async function readKnown(client: Queryable, model: number): Promise<KnownValues> {
  const { rows } = await client.query<{ kind: "groups" | "segments" | "classes"; name: string; value: string }>(
    "SELECT kind, name, value FROM telemetry.known_value WHERE model = $1 ORDER BY seq",
    [model],
  );
  const known: KnownValues = structuredClone(noKnownValues);
  for (const { kind, name, value } of rows) {
    if (kind === "classes") known.classes.push(value);
    else {
      const values = known[kind][name] ?? [];
      values.push(value);
      known[kind][name] = values;
    }
  }
  return known;
}

export async function writeKnown(client: Queryable, model: number, additions: readonly KnownAddition[]): Promise<void> {
  if (additions.length === 0) return;
  await client.query(
    `INSERT INTO telemetry.known_value (model, kind, name, value)
     SELECT $1, kind, name, value FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS added (kind, name, value, place) ORDER BY place
     ON CONFLICT DO NOTHING`,
    [model, additions.map(({ kind }) => kind), additions.map(({ name }) => name), additions.map(({ value }) => value)],
  );
}
