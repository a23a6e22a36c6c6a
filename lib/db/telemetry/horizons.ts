import "server-only";
import type pg from "pg";
import type { Tier } from "#lib/domain/time/window";

type Queryable = Pick<pg.ClientBase, "query">;

/** What was dropped: rows, or Profiles of a tier. */
export type Dropped = "rows" | Tier;
/** Before these times (ms) something was dropped, so what is not there says nothing. */
export type Horizons = ReadonlyMap<Dropped, number>;

const code = (dropped: Dropped): number => (dropped === "rows" ? -1 : dropped);
const named: Record<string, Dropped> = { "-1": "rows", "0": 0, "1": 1, "2": 2 };

export async function readHorizons(client: Queryable, model: number): Promise<Horizons> {
  const { rows } = await client.query<{ kind: number; until: Date }>("SELECT kind, until FROM telemetry.horizon WHERE model = $1", [model]);
  const horizons = new Map<Dropped, number>();
  for (const { kind, until } of rows) {
    const dropped = named[kind];
    if (dropped !== undefined) horizons.set(dropped, until.getTime());
  }
  return horizons;
}

export async function raiseHorizon(client: Queryable, model: number, dropped: Dropped, until: Date): Promise<void> {
  await client.query(
    `INSERT INTO telemetry.horizon AS known (model, kind, until) VALUES ($1, $2, $3)
     ON CONFLICT (model, kind) DO UPDATE SET until = greatest(known.until, excluded.until)`,
    [model, code(dropped), until],
  );
}

/** Whether a moment (ms) lies before what was dropped. */
export const isBeyond = (horizons: Horizons, dropped: Dropped, atMs: number): boolean =>
  atMs < (horizons.get(dropped) ?? Number.NEGATIVE_INFINITY);
