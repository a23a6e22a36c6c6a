import { randomUUID } from "node:crypto";
import pg from "pg";

const withAdmin = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/**
 * A database of one's own, with every table and no rows, for a test file that must not share the one in DATABASE_URL.
 * Integration tests only; call `drop` when done. Left-overs of killed runs are dropped by the next run.
 */
export async function testDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { DATABASE_URL: shared, TEST_TEMPLATE: template } = process.env;
  if (!shared || !template) throw new Error("testDatabase works in integration tests only: vitest run --project integration");
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`;
  const at = (database: string) => {
    const url = new URL(shared);
    url.pathname = `/${database}`;
    return url.href;
  };
  await withAdmin(at("postgres"), `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return { url: at(name), drop: () => withAdmin(at("postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
