import "server-only";
import type pg from "pg";
import { scheduleRecount } from "./recount.ts";

type ErasedModel = { number: number; timeZone: string };
type Days = { day: Date }[];

const recountDays = async (client: pg.ClientBase, model: ErasedModel, days: Days): Promise<void> => {
  for (const { day } of days) await scheduleRecount(client, model, { fromMs: day.getTime(), toMs: day.getTime() + 86_399_999 }, "erasure");
};

/** Removes the events of a stretch of time; their days are counted again. Returns how many. */
export async function eraseRange(client: pg.ClientBase, model: ErasedModel, from: Date, to: Date): Promise<number> {
  const { rowCount } = await client.query("DELETE FROM telemetry.event WHERE model = $1 AND at >= $2 AND at < $3", [
    model.number,
    from,
    to,
  ]);
  if (rowCount) await scheduleRecount(client, model, { fromMs: from.getTime(), toMs: to.getTime() - 1 }, "erasure");
  return rowCount ?? 0;
}

/** Removes every event and every label of one id, also labels that still wait. Returns how many events. */
export async function eraseId(client: pg.ClientBase, model: ErasedModel, id: string): Promise<{ events: number; labels: number }> {
  const { rows } = await client.query<{ day: Date }>(
    "WITH gone AS (DELETE FROM telemetry.event WHERE model = $1 AND id = $2 RETURNING at) SELECT date_trunc('day', at, 'UTC') AS day FROM gone",
    [model.number, id],
  );
  const labels = await client.query("DELETE FROM telemetry.label WHERE model = $1 AND id = $2", [model.number, id]);
  const days = [...new Map(rows.map((row) => [row.day.getTime(), row])).values()];
  await recountDays(client, model, days);
  return { events: rows.length, labels: labels.rowCount ?? 0 };
}

/** Removes all that is known of a model outside its forms. */
export async function eraseModel(client: Pick<pg.ClientBase, "query">, model: number, references: readonly number[]): Promise<void> {
  for (const table of ["event", "label", "batch", "recount", "profile", "known_value", "horizon", "spec"])
    await client.query(`DELETE FROM telemetry.${table} WHERE model = $1`, [model]);
  for (const table of ["reference_row", "reference_profile"])
    await client.query(`DELETE FROM telemetry.${table} WHERE reference = ANY($1::int4[])`, [references]);
}
