import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "./test-database.ts";

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const teams = "SELECT count(*)::int AS count FROM team";
const insert = `INSERT INTO team (id, slug, name) VALUES (gen_random_uuid(), 'only-here', 'Only here')`;

test("two test databases have every table and do not see each other's rows", async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await query(one.url, insert);
  expect(await query(one.url, teams)).toEqual([{ count: 1 }]);
  expect(await query(other.url, teams)).toEqual([{ count: 0 }]);
  expect(await query(other.url, "SELECT count(*)::int AS count FROM telemetry.event")).toEqual([{ count: 0 }]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(query(one.url, "SELECT 1")).rejects.toThrow("does not exist");
});

test("making and dropping one is quick enough to do it in every file", async () => {
  const started = performance.now();
  const { drop } = await testDatabase();
  const made = performance.now() - started;
  await drop();
  expect(made).toBeLessThan(1_000);
});
