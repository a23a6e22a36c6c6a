import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaseDatabase } from "./database-lease.ts";
import { runningServer, stopServer } from "./postgres.ts";
import { testSettings } from "./postgres-settings.ts";

const directory = mkdtempSync(join(tmpdir(), "database-"));
const cluster = join(directory, "postgres", "data");
const holders: ChildProcess[] = [];

type Held = { process: ChildProcess; url: string } | { process: ChildProcess; line: string };

/** Another process that holds the database; resolves once it does, or was refused. */
async function hold(role: "server" | "guest", where = directory): Promise<Held> {
  const holder = spawn(process.execPath, ["--conditions=react-server", "scripts/testing-holder.ts", where, role]);
  holders.push(holder);
  const text = (stream: NodeJS.ReadableStream | null) =>
    new Promise<string>((done) => stream?.once("data", (chunk) => done(String(chunk).trim())));
  return Promise.race([
    text(holder.stdout).then((url) => ({ process: holder, url })),
    text(holder.stderr).then((line) => ({ process: holder, line })),
  ]);
}

async function held(role: "server" | "guest"): Promise<{ process: ChildProcess; url: string }> {
  const holder = await hold(role);
  if ("line" in holder) throw new Error(holder.line);
  return holder;
}

const end = async ({ process: child }: Held, signal: NodeJS.Signals) => {
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
};

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const first = await held("server");
  await query(first.url, "CREATE TABLE kept (value int)");
  await end(first, "SIGTERM");
});

afterAll(async () => {
  for (const holder of holders) holder.kill("SIGKILL");
  await stopServer(directory);
  rmSync(directory, { recursive: true, force: true });
});

test("the last one to leave stops the database", () => {
  expect(runningServer(directory)).toBeNull();
});

test("a second server on the same directory is refused with one line that names the first", async () => {
  const first = await held("server");
  const second = await hold("server");
  expect("line" in second ? second.line : "").toBe(
    `Modelwatch already runs on ${directory} (pid ${first.process.pid}). Stop that one first, or set MODELWATCH_DATA_DIR to another directory.`,
  );
  expect(await query(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await end(first, "SIGTERM");
});

test("a command beside a running server uses its database and leaves it running", async () => {
  const server = await held("server");
  const guest = await held("guest");
  expect(guest.url).toBe(server.url);
  await end(guest, "SIGTERM");
  expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await end(server, "SIGTERM");
});

test("a server that starts while a command has the database open keeps it after the command ends", async () => {
  const guest = await held("guest");
  const server = await held("server");
  await end(guest, "SIGTERM");
  expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await end(server, "SIGTERM");
  expect(runningServer(directory)).toBeNull();
});

test("after kill -9 of the server its database is used again, with what was committed", async () => {
  const first = await held("server");
  await query(first.url, "INSERT INTO kept VALUES (1)");
  await end(first, "SIGKILL");
  const second = await held("server");
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "SELECT value FROM kept")).toEqual([{ value: 1 }]);
  await end(second, "SIGTERM");
});

test("after kill -9 of the database itself the server brings it back on the same port", async () => {
  const server = await held("server");
  const before = runningServer(directory);
  if (before) process.kill(before.pid, "SIGKILL");
  await expect.poll(() => query(server.url, "SELECT 1 AS one").catch(() => null), { timeout: 20_000 }).toEqual([{ one: 1 }]);
  expect(runningServer(directory)?.pid).not.toBe(before?.pid);
  await end(server, "SIGTERM");
});

test("after kill -9 of both a start recovers by itself", async () => {
  const first = await held("server");
  const pid = runningServer(directory)?.pid;
  await end(first, "SIGKILL");
  if (pid) process.kill(pid, "SIGKILL");
  const second = await held("server");
  expect(await query(second.url, "SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 1 }]);
  await end(second, "SIGTERM");
});

test("several starts at once on a new directory make one database", async () => {
  const fresh = mkdtempSync(join(tmpdir(), "database-"));
  const guests = await Promise.all([hold("guest", fresh), hold("guest", fresh), hold("guest", fresh)]);
  const urls = guests.map((guest) => ("url" in guest ? guest.url : guest.line));
  expect(new Set(urls)).toEqual(new Set([expect.stringMatching(/^postgresql:/)]));
  for (const guest of guests) await end(guest, "SIGTERM");
  expect(runningServer(fresh)).toBeNull();
  rmSync(fresh, { recursive: true });
});

const refused = (dataDirectory: string) =>
  leaseDatabase({ dataDirectory, role: "server", settings: testSettings }).then(
    () => "",
    (error: Error) => error.message,
  );

test("a database of another PostgreSQL is refused with one line that says what to do", async () => {
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8");
  writeFileSync(join(cluster, "PG_VERSION"), "16\n");
  expect(await refused(directory)).toMatch(
    /^The database in .*postgres was made by PostgreSQL 16, and this Modelwatch brings PostgreSQL \d+\. Back it up .*, and restore the backup\.$/,
  );
  writeFileSync(join(cluster, "PG_VERSION"), version);
});

test("something else in the place of the database is refused and left alone", async () => {
  const other = mkdtempSync(join(tmpdir(), "database-"));
  mkdirSync(join(other, "postgres"));
  writeFileSync(join(other, "postgres", "mine.txt"), "precious");
  expect(await refused(other)).toMatch(/^Something that is no database of Modelwatch is in the place of /);
  expect(readFileSync(join(other, "postgres", "mine.txt"), "utf8")).toBe("precious");
  rmSync(other, { recursive: true });
});

test.runIf(process.getuid?.() === 0)(
  "as root, a data directory below a closed one is refused with a line that names the closed one",
  async () => {
    const closed = mkdtempSync(join(tmpdir(), "database-"));
    chmodSync(closed, 0o700);
    expect(await refused(join(closed, "data"))).toMatch(
      new RegExp(`^The database runs as \\w+, who cannot enter ${closed}\\. Set MODELWATCH_DATA_DIR `),
    );
    expect(existsSync(join(closed, "data", "postgres"))).toBe(false);
    rmSync(closed, { recursive: true });
  },
);
