import "server-only";
import { statfs } from "node:fs/promises";
import { pool } from "#lib/db/pool";
import { readBacklog } from "#lib/db/telemetry/backlog";

export type Examined = { name: string; ok: boolean; detail: string };

const gigabyte = 1024 ** 3;

/** Looks at what has to be right for Modelwatch to work; each line says what was found. */
export async function examine(now: Date): Promise<Examined[]> {
  const found: Examined[] = [];
  const look = async (name: string, see: () => Promise<{ ok: boolean; detail: string }>) => {
    try {
      found.push({ name, ...(await see()) });
    } catch (error) {
      found.push({ name, ok: false, detail: error instanceof Error ? error.message : String(error) });
    }
  };
  await look("database", async () => {
    const { rows } = await pool().query<{ version: string }>("SELECT current_setting('server_version') AS version");
    return { ok: true, detail: `PostgreSQL ${rows[0]?.version}` };
  });
  await look("migrations", async () => {
    const { rows } = await pool().query<{ count: string }>("SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL");
    return { ok: Number(rows[0]?.count) > 0, detail: `${rows[0]?.count} applied` };
  });
  await look("worker", async () => {
    const { rows } = await pool().query<{ beat: Date | null }>(`SELECT max("beatAt") AS beat FROM worker_beat`);
    const seconds = rows[0]?.beat ? Math.round((now.getTime() - rows[0].beat.getTime()) / 1000) : null;
    return seconds === null
      ? { ok: false, detail: "none has run; start one with npm run worker" }
      : { ok: seconds < 30, detail: `last sign of life ${seconds} s ago` };
  });
  await look("backlog", async () => {
    const { rows, oldestSeconds } = await readBacklog(pool());
    return { ok: oldestSeconds < 60, detail: rows ? `${rows} rows wait, the oldest for ${Math.round(oldestSeconds)} s` : "nothing waits" };
  });
  await look("disk", async () => {
    const { bavail, bsize } = await statfs(process.env.MODELWATCH_DATA_DIR ?? ".");
    const free = (bavail * bsize) / gigabyte;
    return { ok: free > 1, detail: `${free.toFixed(1)} GB free` };
  });
  return found;
}
