import "server-only";
import type pg from "pg";

/**
 * One lock per model in the key space of its own class: the counter holds it for a session, a change of the spec for a transaction.
 * So nobody counts by a spec that is being replaced.
 */
const lockClass = 72_707;
type Queryable = Pick<pg.ClientBase, "query">;

export async function tryModelLock(client: Queryable, model: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS held", [lockClass, model]);
  return rows[0]?.held ?? false;
}

export async function releaseModelLock(client: Queryable, model: number): Promise<void> {
  await client.query("SELECT pg_advisory_unlock($1, $2)", [lockClass, model]);
}

/** Waits for the counter; the lock ends with the transaction. The counter itself may take it again. */
export async function holdModelLock(client: Queryable, model: number): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock($1, $2)", [lockClass, model]);
}
