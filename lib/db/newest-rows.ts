import "server-only";
import type { EventRow } from "#lib/domain/events/event";
import { pool } from "./pool.ts";
import { readSample } from "./telemetry/read-rows.ts";

/** Newest five-minute counts that are looked at to find where the newest rows begin. */
const mostCounts = 2_000;
const long = new Date("1990-01-01T00:00:00Z");

/** From when on a model has at least so many rows: a bound that keeps the search for the newest from reading years. */
async function beginOfNewest(model: number, rows: number): Promise<Date> {
  const found = await pool().query<{ start: Date }>(
    `SELECT start FROM (
       SELECT start, sum(rows) OVER (ORDER BY start DESC, version) AS so_far
       FROM (SELECT start, version, rows FROM telemetry.profile WHERE model = $1 AND tier = 0 AND segment = '' ORDER BY start DESC LIMIT $2) AS newest
     ) AS summed WHERE so_far >= $3 ORDER BY start DESC LIMIT 1`,
    [model, mostCounts, rows],
  );
  return found.rows[0]?.start ?? long;
}

type Asked = { model: number; limit: number; from?: Date | undefined; to?: Date | undefined; now: Date };

/** The newest rows of a model, those that are not counted yet included; within [from, to) when given. */
export async function readNewestRows({ model, limit, from, to, now }: Asked): Promise<(EventRow & { version: string })[]> {
  const until = to ?? new Date(now.getTime() + 86_400_000);
  // Counts of everything say nothing about where the newest rows before `to` begin.
  const since = from ?? (to ? long : await beginOfNewest(model, limit));
  return readSample(pool(), { model, from: since, to: until, limit });
}
