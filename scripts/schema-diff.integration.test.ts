import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "#lib/testing/test-database";
import { sqlToSchema } from "./schema-diff.ts";

test("the migrations make what schema.prisma describes, and a table that went astray is seen", async () => {
  const { url, drop } = await testDatabase();
  expect(await sqlToSchema(url)).toBe("");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE stray (id int); CREATE TABLE telemetry.ours (id int);");
  await client.end();
  const sql = await sqlToSchema(url);
  expect(sql).toContain('DROP TABLE "stray"');
  expect(sql).not.toContain("ours");
  await drop();
});
