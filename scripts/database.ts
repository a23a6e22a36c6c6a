import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { AppError } from "#lib/domain/errors";

/** The database of Modelwatch inside the embedded server. */
export const databaseName = "modelwatch";

/** Makes a database where there is none yet. */
export async function ensureDatabase(url: (database: string) => string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // 42P04: another process made it in the meantime.
    if (!(error instanceof pg.DatabaseError && error.code === "42P04")) throw error;
  } finally {
    await client.end();
  }
  return url(name);
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");
const comesUp = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "57P03"];

/** Waits for a database that starts beside us, as under Docker Compose; throws one line that names it without its password. */
export async function reachDatabase(databaseUrl: string, say: (line: string) => void, seconds = 30): Promise<void> {
  const place = new URL(databaseUrl).host;
  for (let told = false, until = Date.now() + seconds * 1000; ; await sleep(500)) {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!comesUp.includes(codeOf(error)) || Date.now() > until) {
        const reason = (error instanceof Error && error.message) || codeOf(error);
        throw new AppError("unavailable", `The database at ${place} (DATABASE_URL) cannot be used: ${reason}`);
      }
      if (!told) say(`Waiting for the database at ${place} …`);
      told = true;
    }
  }
}
