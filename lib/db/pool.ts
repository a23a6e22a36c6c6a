import "server-only";
import pg from "pg";

const holder = globalThis as unknown as { modelwatchPool?: pg.Pool };

/** One pool per process, shared by Prisma and plain SQL. */
export const pool = (): pg.Pool => {
  if (!holder.modelwatchPool) {
    holder.modelwatchPool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, connectionTimeoutMillis: 10_000 });
    // An idle connection that the server closes is replaced on the next use; without a listener it would end the process.
    holder.modelwatchPool.on("error", () => {});
  }
  return holder.modelwatchPool;
};
