import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { AppError } from "#lib/domain/errors";
import { runningServer, type Server, type ServerOptions, startServer, stopServer } from "./postgres.ts";

/**
 * Who uses the embedded database, kept as advisory locks in the database itself: they end with the connection, and so
 * with the process, however it ends. Everybody holds `inUse` shared; whoever leaves and can take it alone stops the server.
 * The one process that serves the data directory holds `serving`.
 */
const inUse = [7270, 1] as const;
const serving = [7270, 2] as const;

export type Lease = {
  url: (database: string) => string;
  /** Whether the database ran already. */
  reused: boolean;
  /** Gives the database back; stops it when nobody else uses it. */
  release: () => Promise<void>;
  /** Leaves at once without waiting for open transactions. */
  abandon: () => void;
};

export type LeaseOptions = ServerOptions & {
  /** `server` is refused while another process is one; `guest` never is. */
  role: "server" | "guest";
  /** Told when the database went away and could not be brought back. */
  onLost?: (error: unknown) => void;
};

const application = (pid: number) => `modelwatch ${pid}`;

async function connected(server: Server): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.url("postgres"), application_name: application(process.pid), keepAlive: true });
  client.on("error", () => {});
  await client.connect();
  return client;
}

const tryLock = async (client: pg.Client, key: readonly [number, number]) => {
  const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS locked", [...key]);
  return rows[0]?.locked === true;
};

/** The process that serves through this server; null when none does. */
async function servingPid(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.granted AND l.classid = $1 AND l.objid = $2`,
    [...serving],
  );
  return rows[0] ? Number(rows[0].name.split(" ")[1]) : null;
}

const taken = (dataDirectory: string, pid: number | null) =>
  new AppError(
    "conflict",
    `Modelwatch already runs on ${dataDirectory}${pid ? ` (pid ${pid})` : ""}. Stop that one first, or set MODELWATCH_DATA_DIR to another directory.`,
  );

/** A process that was just told to stop, or killed, may need a moment to let go. */
const patience = 3_000;

/** Throws `conflict` when another process serves this data directory. Starts nothing, so it is cheap to ask first. */
export async function refuseSecondServer(dataDirectory: string): Promise<void> {
  for (const until = Date.now() + patience; ; await sleep(200)) {
    const server = runningServer(dataDirectory);
    const client = server ? await connected(server).catch(() => null) : null;
    if (!client) return;
    const pid = await servingPid(client).catch(() => null);
    await client.end();
    if (pid === null) return;
    if (Date.now() > until) throw taken(dataDirectory, pid);
  }
}

async function claim(client: pg.Client, options: LeaseOptions): Promise<void> {
  await client.query("SELECT pg_advisory_lock_shared($1, $2)", [...inUse]);
  if (options.role === "guest") return;
  for (const until = Date.now() + patience; !(await tryLock(client, serving)); await sleep(200))
    if (Date.now() > until) throw taken(options.dataDirectory, await servingPid(client));
}

/** Connects to the database of a data directory, starting it when it does not run. */
async function acquire(options: LeaseOptions): Promise<{ server: Server; client: pg.Client }> {
  for (let attempt = 1; ; attempt++) {
    const server = await startServer(options);
    let client: pg.Client | null = null;
    try {
      client = await connected(server);
      await claim(client, options);
      return { server, client };
    } catch (error) {
      await client?.end().catch(() => {});
      // The last user may just be stopping the server; then it is started again.
      if (error instanceof AppError || attempt >= 10) throw error;
      await sleep(200);
    }
  }
}

/** Uses the embedded database until `release`; throws AppError with one clear line when it cannot be used. */
export async function leaseDatabase(options: LeaseOptions): Promise<Lease> {
  let { server, client } = await acquire(options);
  let leaving = false;
  // A database that crashed recovers by itself and one that was killed is started again, on the port that everybody knows.
  const watch = () =>
    client.once("end", async () => {
      if (leaving || options.role === "guest") return;
      try {
        ({ server, client } = await acquire({ ...options, port: server.port }));
        if (leaving) return;
        watch();
      } catch (error) {
        if (!leaving) options.onLost?.(error);
      }
    });
  watch();
  return {
    url: server.url,
    reused: server.reused,
    release: async () => {
      leaving = true;
      const alone = await client
        .query("SELECT pg_advisory_unlock_shared($1, $2)", [...inUse])
        .then(() => tryLock(client, inUse))
        .catch(() => false);
      if (alone) await stopServer(options.dataDirectory);
      await client.end().catch(() => {});
    },
    abandon: () => {
      leaving = true;
      try {
        process.kill(server.pid, "SIGQUIT");
      } catch {
        // It is gone already.
      }
    },
  };
}
