import { afterAll, beforeAll, expect, test } from "vitest";
import type { Model } from "#lib/domain/models/model";
import { specWithoutReference } from "#lib/domain/profile/freeze";
import { randomEvents } from "#lib/testing/random-events";
import { closeTestDatabase, storedModel } from "#lib/testing/telemetry";
import { testDatabase } from "#lib/testing/test-database";
import { pool } from "../pool.ts";
import { checkProfiles } from "./check.ts";
import { inTransaction, withConnection } from "./connection.ts";
import { countModel } from "./counter.ts";
import { ingestEvents } from "./ingest-events.ts";
import { readProfiles } from "./read-profiles.ts";
import { scheduleFullRecount } from "./recount.ts";
import { retainModel } from "./retain.ts";
import { readSpec, writeSpec } from "./specs.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);

let drop = async () => {};
beforeAll(async () => {
  const database = await testDatabase();
  process.env.DATABASE_URL = database.url;
  drop = database.drop;
});
afterAll(async () => {
  await closeTestDatabase();
  await drop();
});

async function countAll(model: Model): Promise<void> {
  for (let more = true; more; ) more = (await countModel(model))?.more ?? false;
}

const store = (model: Model, seed: number, days = 10) =>
  withConnection((client) =>
    inTransaction(client, () =>
      ingestEvents(
        client,
        model,
        randomEvents({ task: "binary", rows: days * 24, seed, startMs: start, stepMs: day / 24 }).map((row) => ({ ...row, version: "v1" })),
      ),
    ),
  );

async function days(model: Model) {
  const spec = await readSpec(pool(), model.number);
  if (!spec) throw new Error("a spec");
  const query = { model: model.number, tier: 2 as const, segment: "", fromMs: start, toMs: start + 10 * day, versions: null };
  const { profiles, stale } = await readProfiles(pool(), spec, query);
  return { stale, rows: [...profiles.values()].map(({ rows }) => rows), labelled: [...profiles.values()].map(({ labelled }) => labelled) };
}

test("history outlives its rows, also a new spec and everything being counted again", async () => {
  const model = await storedModel("binary", "kept");
  await store(model, 1);
  await countAll(model);
  const before = await days(model);
  await retainModel(pool(), model.number, { rows: 4 * 86_400 }, new Date(start + 10 * day));
  expect(await days(model)).toEqual(before);
  expect(await checkProfiles(model)).toEqual([]);
  await withConnection((client) =>
    inTransaction(client, async () => {
      await writeSpec(client, model.number, null, { ...specWithoutReference(model), decisionThreshold: 0.7 });
      await scheduleFullRecount(client, model, "threshold");
    }),
  );
  await countAll(model);
  expect(await days(model)).toEqual(before);
  expect(await checkProfiles(model)).toEqual([]);
});

test("a tier that has expired is not begun anew by what comes late, and its absence is not a finding", async () => {
  const model = await storedModel("binary", "expired");
  await store(model, 1);
  await countAll(model);
  await retainModel(pool(), model.number, { "5m": 2 * 86_400 }, new Date(start + 10 * day));
  await store(model, 2);
  await countAll(model);
  const { rows } = await pool().query<{ early: boolean }>(
    "SELECT bool_or(start < $2) AS early FROM telemetry.profile WHERE model = $1 AND tier = 0",
    [model.number, new Date(start + 8 * day)],
  );
  expect(rows).toEqual([{ early: false }]);
  expect((await days(model)).rows).toEqual(Array.from({ length: 10 }, () => 48));
  expect(await checkProfiles(model)).toEqual([]);
});
