import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testDatabase } from "#lib/testing/test-database";
import { migrate, migrationState } from "./migrate.ts";

let directory = "";
let database: Awaited<ReturnType<typeof testDatabase>>;

async function query(sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const add = (name: string, sql: string) => {
  mkdirSync(join(directory, name));
  writeFileSync(join(directory, name, "migration.sql"), sql);
};

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "migrations-"));
  writeFileSync(join(directory, "migration_lock.toml"), 'provider = "postgresql"\n');
  add("1_animals", "CREATE TABLE animal (name text);");
  database = await testDatabase();
  await query("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
});

afterEach(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

test("applies what is missing, in order, once, and says so", async () => {
  add("2_cat", "INSERT INTO animal VALUES ('cat');");
  expect(await migrationState(database.url, directory)).toEqual({ isEmpty: true, pending: ["1_animals", "2_cat"] });
  const lines: string[] = [];
  expect(await migrate(database.url, directory, (line) => lines.push(line))).toEqual(["1_animals", "2_cat"]);
  expect(lines).toEqual(["Updating the database: 1 of 2 (1_animals) …", "Updating the database: 2 of 2 (2_cat) …"]);
  expect(await migrate(database.url, directory)).toEqual([]);
  expect(await migrationState(database.url, directory)).toEqual({ isEmpty: false, pending: [] });
  expect(await query("SELECT name FROM animal")).toEqual([{ name: "cat" }]);
});

test("two at once apply each migration once", async () => {
  const applied = await Promise.all([migrate(database.url, directory), migrate(database.url, directory)]);
  expect(applied.flat()).toEqual(["1_animals"]);
});

test("a migration that fails is named, and leaves nothing behind", async () => {
  add("2_broken", "CREATE TABLE half (id int); SELECT * FROM nowhere;");
  await expect(migrate(database.url, directory)).rejects.toThrow(
    'Migration 2_broken failed and was undone: relation "nowhere" does not exist',
  );
  expect(await query("SELECT to_regclass('half') AS half, to_regclass('animal') AS animal")).toEqual([{ half: null, animal: "animal" }]);
  expect((await migrationState(database.url, directory)).pending).toEqual(["2_broken"]);
});

test("a database of a newer version is refused and not touched", async () => {
  add("2_newer", "CREATE TABLE newer (id int);");
  await migrate(database.url, directory);
  rmSync(join(directory, "2_newer"), { recursive: true });
  add("3_other", "CREATE TABLE other (id int);");
  await expect(migrate(database.url, directory)).rejects.toThrow(
    "This database was made by a newer Modelwatch: it has the migration 2_newer",
  );
  expect(await query("SELECT to_regclass('other') AS other")).toEqual([{ other: null }]);
});

test("a migration that was edited after it was applied is refused", async () => {
  await migrate(database.url, directory);
  writeFileSync(join(directory, "1_animals", "migration.sql"), "CREATE TABLE animal (name text, legs int);");
  await expect(migrate(database.url, directory)).rejects.toThrow("Migration 1_animals was edited after it was applied.");
});
