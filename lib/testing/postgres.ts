import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "#lib/db/migrate";
import { leaseDatabase } from "#scripts/database-lease";
import { testSettings } from "#scripts/postgres-settings";
import { testingData } from "#scripts/testing-data";

const directory = "prisma/migrations";

/** Changes with every migration, and with how they are applied. */
function schemaHash(): string {
  const hash = createHash("sha256").update(readFileSync("lib/db/migrate.ts"));
  for (const name of readdirSync(directory).sort()) {
    const file = join(directory, name, "migration.sql");
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

const isGone = (pid: number) => {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
};

/** Drops databases of runs that were killed and, while no other run may copy them, templates of other migrations. */
async function sweep(admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datname ~ '^(test|template|scratch)_'",
  );
  const pidOf = (name: string) => Number(/^(?:test|scratch)_(\d+)_/.exec(name)?.[1] ?? 0);
  const names = rows.map(({ name }) => name).filter((name) => name !== template);
  const othersRun = names.some((name) => pidOf(name) && !isGone(pidOf(name)));
  for (const name of names.filter((name) => (pidOf(name) ? isGone(pidOf(name)) : !othersRun))) {
    await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

/** Migrated once per set of migrations; nobody can connect to it, so it stays as it is and can always be copied. */
async function ensureTemplate(admin: pg.Client, url: (database: string) => string, template: string): Promise<void> {
  await admin.query("SELECT pg_advisory_lock(7270, 3)");
  try {
    await sweep(admin, template);
    const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1 AND datistemplate", [template]);
    if (rowCount) return;
    await admin.query(`DROP DATABASE IF EXISTS ${template}`);
    await admin.query(`CREATE DATABASE ${template}`);
    await migrate(url(template), directory);
    await admin.query(`ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } finally {
    await admin.query("SELECT pg_advisory_unlock(7270, 3)");
  }
}

/**
 * Vitest global setup: the cluster in .data/test, which stays between runs, and one migrated database for tests that
 * can share it (DATABASE_URL). Tests that need their own call `testDatabase`.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const lease = await leaseDatabase({ dataDirectory: testingData("test"), role: "guest", port: 54330, settings: testSettings });
  const admin = new pg.Client({ connectionString: lease.url("postgres") });
  admin.on("error", () => {});
  await admin.connect();
  const template = `template_${schemaHash()}`;
  const shared = `test_${process.pid}_shared`;
  await ensureTemplate(admin, lease.url, template);
  await admin.query(`DROP DATABASE IF EXISTS ${shared} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${shared} TEMPLATE ${template}`);
  process.env.DATABASE_URL = lease.url(shared);
  process.env.TEST_TEMPLATE = template;
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${shared} WITH (FORCE)`);
    await admin.end();
    await lease.release();
  };
}
