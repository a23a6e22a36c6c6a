import "server-only";
import type pg from "pg";
import { windowEnd, windowStart } from "#lib/domain/time/window";

export type RecountRange = { id: string; fromMs: number; toMs: number };

const longest = 31 * 86_400_000;

/** Asks for the Profiles of whole days of the model's zone to be counted again from rows, in the transaction of what caused it. */
export async function scheduleRecount(
  client: Pick<pg.ClientBase, "query">,
  model: { number: number; timeZone: string },
  range: { fromMs: number; toMs: number },
  reason: string,
): Promise<void> {
  if (range.toMs < range.fromMs) return;
  const from = windowStart(range.fromMs, "1d", model.timeZone);
  const to = windowEnd(windowStart(range.toMs, "1d", model.timeZone), "1d", model.timeZone);
  await client.query("INSERT INTO telemetry.recount (model, from_at, to_at, reason) VALUES ($1, $2, $3, $4)", [
    model.number,
    new Date(from),
    new Date(to),
    reason,
  ]);
  await client.query("SELECT pg_notify('modelwatch_batch', $1)", [String(model.number)]);
}

/** The whole of what was counted or waits to be: after a new reference, another zone or another schema. */
export async function scheduleFullRecount(
  client: Pick<pg.ClientBase, "query">,
  model: { number: number; timeZone: string },
  reason: string,
): Promise<void> {
  const { rows } = await client.query<{ first: Date | null; last: Date | null }>(
    `SELECT least((SELECT min(start) FROM telemetry.profile WHERE model = $1 AND tier = 2), (SELECT min(first_at) FROM telemetry.batch WHERE model = $1)) AS first,
            greatest((SELECT max(start) + interval '36 hours' FROM telemetry.profile WHERE model = $1 AND tier = 2), (SELECT max(last_at) FROM telemetry.batch WHERE model = $1)) AS last`,
    [model.number],
  );
  const { first, last } = rows[0] ?? { first: null, last: null };
  if (first && last) await scheduleRecount(client, model, { fromMs: first.getTime() - 86_400_000, toMs: last.getTime() }, reason);
}

export async function readRecounts(client: Pick<pg.ClientBase, "query">, model: number): Promise<RecountRange[]> {
  const { rows } = await client.query<{ id: string; from_at: Date; to_at: Date }>(
    "SELECT id, from_at, to_at FROM telemetry.recount WHERE model = $1 ORDER BY id",
    [model],
  );
  return rows.map((row) => ({ id: row.id, fromMs: row.from_at.getTime(), toMs: row.to_at.getTime() }));
}

/**
 * The next stretch to count: whole days, at most a month of them and as many as make about `windows` Profiles by what is stored now,
 * so that memory and transactions stay small.
 */
export async function nextChunk(
  client: Pick<pg.ClientBase, "query">,
  model: { number: number; timeZone: string },
  range: RecountRange,
  windows: number,
): Promise<{ fromMs: number; toMs: number }> {
  const reach = Math.min(range.toMs, range.fromMs + longest);
  const { rows } = await client.query<{ stored: string }>(
    "SELECT count(*) AS stored FROM telemetry.profile WHERE model = $1 AND tier < 2 AND start >= $2 AND start < $3",
    [model.number, new Date(range.fromMs), new Date(reach)],
  );
  const share = Math.min(1, windows / Math.max(1, Number(rows[0]?.stored)));
  if (reach === range.toMs && share === 1) return range;
  const until = windowStart(range.fromMs + (reach - range.fromMs) * share, "1d", model.timeZone);
  return { fromMs: range.fromMs, toMs: Math.max(until, windowEnd(range.fromMs, "1d", model.timeZone)) };
}

/** Takes what was counted out of every range that still asks for it. */
export async function finishChunk(client: Pick<pg.ClientBase, "query">, range: RecountRange, chunk: { toMs: number }): Promise<void> {
  if (chunk.toMs >= range.toMs) await client.query("DELETE FROM telemetry.recount WHERE id = $1", [range.id]);
  else await client.query("UPDATE telemetry.recount SET from_at = $2 WHERE id = $1", [range.id, new Date(chunk.toMs)]);
}

const hour = 3_600_000;

/** The stretch widened to whole UTC hours: where days start within an hour, that hour is counted from its rows on both sides. */
export const wholeHours = ({ fromMs, toMs }: { fromMs: number; toMs: number }): { fromMs: number; toMs: number } => ({
  fromMs: Math.floor(fromMs / hour) * hour,
  toMs: Math.ceil(toMs / hour) * hour,
});

export const isWithin = (ranges: readonly { fromMs: number; toMs: number }[], atMicros: number): boolean =>
  ranges.some(({ fromMs, toMs }) => atMicros >= fromMs * 1000 && atMicros < toMs * 1000);
