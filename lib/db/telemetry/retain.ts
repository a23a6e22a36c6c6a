import "server-only";
import type pg from "pg";
import { raiseHorizon } from "./horizons.ts";

type Queryable = Pick<pg.ClientBase, "query">;

const tiers = { "5m": 0, "1h": 1, "1d": 2 } as const;
export type Kept = { rows?: number | undefined; "5m"?: number | undefined; "1h"?: number | undefined; "1d"?: number | undefined };

/**
 * Drops what a model no longer keeps (seconds per kind; absent = everything). Rows of days that wait to be counted again stay,
 * because their Profiles would be lost with them. Returns how many rows and Profiles went.
 */
export async function retainModel(client: Queryable, model: number, kept: Kept, now: Date): Promise<{ rows: number; profiles: number }> {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  let rows = 0;
  let profiles = 0;
  if (kept.rows !== undefined) {
    const { rowCount } = await client.query(
      `DELETE FROM telemetry.event WHERE model = $1 AND at < $2
       AND NOT EXISTS (SELECT FROM telemetry.recount WHERE model = $1) AND NOT EXISTS (SELECT FROM telemetry.batch WHERE model = $1 AND kind = 'events')`,
      [model, before(kept.rows)],
    );
    rows = rowCount ?? 0;
    if (rows > 0) await raiseHorizon(client, model, "rows", before(kept.rows));
  }
  for (const [name, tier] of Object.entries(tiers)) {
    const seconds = kept[name as keyof typeof tiers];
    if (seconds === undefined) continue;
    const { rowCount } = await client.query("DELETE FROM telemetry.profile WHERE model = $1 AND tier = $2 AND start < $3", [
      model,
      tier,
      before(seconds),
    ]);
    if (rowCount) await raiseHorizon(client, model, tier, before(seconds));
    profiles += rowCount ?? 0;
  }
  return { rows, profiles };
}
