import "server-only";
import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { pool } from "../pool.ts";

/** Runs with a connection of its own; one that failed in the middle is thrown away. */
export async function withConnection<T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    return await run(client);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}

export type Isolation = "READ COMMITTED" | "REPEATABLE READ";

export async function inTransaction<T>(client: pg.ClientBase, run: () => Promise<T>, isolation: Isolation = "READ COMMITTED"): Promise<T> {
  await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  try {
    const result = await run();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** Sends buffers of one binary COPY, with back-pressure. */
export async function copyIn(client: pg.ClientBase, sql: string, buffers: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  const stream = client.query(copyFrom(sql));
  const finished = new Promise<void>((done, fail) => stream.once("finish", done).on("error", fail));
  finished.catch(() => {}); // the stream reports one failure twice
  try {
    for await (const buffer of buffers) if (!stream.write(buffer)) await Promise.race([once(stream, "drain"), finished]);
    stream.end();
    await finished;
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** The chunks of one binary COPY out. Values must stand in the SQL: COPY takes no parameters. */
export const copyOut = (client: pg.ClientBase, sql: string): AsyncIterable<Buffer> => client.query(copyTo(sql, { highWaterMark: 1 << 20 }));
