import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { AppError } from "#lib/domain/errors";

const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/** UNIQUE … NULLS NOT DISTINCT, which labels need, came with PostgreSQL 15. */
const oldestServer = 15;
const theDirectory = "prisma/migrations";

function migrationsIn(directory: string): Migration[] {
  return readdirSync(directory)
    .filter((name) => existsSync(join(directory, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(directory, name, "migration.sql"));
      return { name, sql: sql.toString("utf8"), checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** What is still to do; throws `conflict` when the database is not an earlier state of this product. */
function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(applied.map((row) => [row.migration_name, row]));
  for (const row of applied) {
    if (!row.finished_at)
      throw new AppError(
        "conflict",
        `Migration ${row.migration_name} failed before. Repair it, then delete its row from _prisma_migrations.`,
      );
    const migration = migrations.find(({ name }) => name === row.migration_name);
    if (!migration)
      throw new AppError(
        "conflict",
        `This database was made by a newer Modelwatch: it has the migration ${row.migration_name}, which this version does not know. Start that version, or restore a backup made by this one.`,
      );
    if (migration.checksum !== row.checksum) throw new AppError("conflict", `Migration ${migration.name} was edited after it was applied.`);
  }
  return migrations.filter(({ name }) => !known.has(name));
}

async function requireServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name",
  );
  if (Number(rows[0]?.number) < oldestServer * 10_000)
    throw new AppError(
      "conflict",
      `This database server is PostgreSQL ${rows[0]?.name}; Modelwatch needs PostgreSQL ${oldestServer} or newer.`,
    );
}

async function appliedIn(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return rows;
}

async function withClient<T>(connectionString: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Looks without changing anything. `isEmpty`: no migration was ever applied. Throws as `migrate` does. */
export function migrationState(connectionString: string, directory = theDirectory): Promise<{ isEmpty: boolean; pending: string[] }> {
  return withClient(connectionString, async (client) => {
    await requireServer(client);
    const { rows } = await client.query<{ found: string | null }>("SELECT to_regclass('_prisma_migrations')::text AS found");
    const applied = rows[0]?.found ? await appliedIn(client) : [];
    const pending = pendingOf(migrationsIn(directory), applied);
    return { isEmpty: applied.length === 0, pending: pending.map(({ name }) => name) };
  });
}

/**
 * Applies prisma/migrations in order, each in one transaction, and keeps the books where `prisma migrate deploy` keeps
 * them. Returns the names applied now. Throws AppError `conflict` for a database that is newer, was edited, or is on a
 * server that is too old. Two processes may call it at once: the second waits and finds nothing to do.
 */
export function migrate(connectionString: string, directory = theDirectory, progress?: (line: string) => void): Promise<string[]> {
  return withClient(connectionString, async (client) => {
    await requireServer(client);
    await client.query("SET statement_timeout = 0");
    await client.query("SELECT pg_advisory_lock(72707369)"); // the lock Prisma takes
    await client.query(table);
    const pending = pendingOf(migrationsIn(directory), await appliedIn(client));
    for (const [index, { name, sql, checksum }] of pending.entries()) {
      progress?.(`Updating the database: ${index + 1} of ${pending.length} (${name}) …`);
      await client.query("BEGIN"); // DDL is transactional: a migration that fails leaves neither tables nor a row
      try {
        await client.query(sql);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new AppError("internal", `Migration ${name} failed and was undone: ${reason}`, { cause: error });
      }
      await client.query(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)",
        [randomUUID(), checksum, name],
      );
      await client.query("COMMIT");
    }
    return pending.map(({ name }) => name);
  });
}
