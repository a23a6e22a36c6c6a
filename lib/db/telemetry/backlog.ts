import "server-only";
import type pg from "pg";

export type Backlog = { rows: number; oldestSeconds: number; recounting: boolean };

/** What was accepted and is not counted yet; of one model, or of all. */
export async function readBacklog(client: Pick<pg.ClientBase, "query">, model: number | null = null): Promise<Backlog> {
  const { rows } = await client.query<{ rows: string; oldest: number | null; recounting: boolean }>(
    `SELECT coalesce(sum(rows), 0) AS rows, extract(epoch FROM now() - min(created_at))::float8 AS oldest,
            EXISTS (SELECT FROM telemetry.recount WHERE $1::int4 IS NULL OR model = $1) AS recounting
     FROM telemetry.batch WHERE $1::int4 IS NULL OR model = $1`,
    [model],
  );
  const row = rows[0];
  return { rows: Number(row?.rows ?? 0), oldestSeconds: Math.max(0, row?.oldest ?? 0), recounting: row?.recounting ?? false };
}
