import "server-only";
import type pg from "pg";

type Queryable = Pick<pg.ClientBase, "query">;

export type CountedVersion = { version: number; firstMs: number; lastMs: number; rows: number; labelled: number };

/** Per version number: from the first to the last day with rows, and how many; nothing is decoded. */
export async function readVersionSpans(client: Queryable, model: number): Promise<CountedVersion[]> {
  const { rows } = await client.query<{ version: number; first: Date; last: Date; rows: string; labelled: string }>(
    `SELECT version, min(start) AS first, max(start) AS last, sum(rows) AS rows, sum(labelled) AS labelled
     FROM telemetry.profile WHERE model = $1 AND tier = 2 AND segment = '' GROUP BY version`,
    [model],
  );
  return rows.map((row) => ({
    version: row.version,
    firstMs: row.first.getTime(),
    lastMs: row.last.getTime(),
    rows: Number(row.rows),
    labelled: Number(row.labelled),
  }));
}
