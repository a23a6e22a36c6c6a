import { afterAll, beforeAll, expect, test } from "vitest";
import { specWithoutReference } from "#lib/domain/profile/freeze";
import { randomEvents } from "#lib/testing/random-events";
import { closeTestDatabase, storedModel } from "#lib/testing/telemetry";
import { testDatabase } from "#lib/testing/test-database";
import { pool } from "../pool.ts";
import { checkProfiles } from "./check.ts";
import { inTransaction, withConnection } from "./connection.ts";
import { countModel } from "./counter.ts";
import { ingestEvents } from "./ingest-events.ts";
import { scheduleFullRecount } from "./recount.ts";
import { readSpec, writeSpec } from "./specs.ts";

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

test("nothing is counted while a spec is being replaced, and everything by the new one afterwards", async () => {
  const model = await storedModel("binary", "replaced");
  const store = (seed: number) =>
    withConnection((client) =>
      inTransaction(client, () =>
        ingestEvents(
          client,
          model,
          randomEvents({ task: "binary", rows: 100, seed }).map((row) => ({ ...row, version: "v1" })),
        ),
      ),
    );
  await store(1);
  await countModel(model);
  await withConnection((client) =>
    inTransaction(client, async () => {
      await writeSpec(client, model.number, null, { ...specWithoutReference(model), decisionThreshold: 0.7 });
      await scheduleFullRecount(client, model, "threshold");
      await store(2);
      expect(await countModel(model)).toBeNull();
    }),
  );
  for (let more = true; more; ) more = (await countModel(model))?.more ?? false;
  const inForce = await readSpec(pool(), model.number);
  const { rows } = await pool().query("SELECT DISTINCT spec FROM telemetry.profile WHERE model = $1", [model.number]);
  expect(rows).toEqual([{ spec: inForce?.id }]);
  expect(await checkProfiles(model)).toEqual([]);
});

test("days are those of the zone that the model has when it is counted, not when it was read", async () => {
  const model = await storedModel("binary", "moved");
  await withConnection((client) =>
    inTransaction(client, () =>
      ingestEvents(
        client,
        model,
        randomEvents({ task: "binary", rows: 50, seed: 3 }).map((row) => ({ ...row, version: "v1" })),
      ),
    ),
  );
  await pool().query(`UPDATE model SET "timeZone" = 'Asia/Kathmandu' WHERE number = $1`, [model.number]);
  await countModel(model);
  expect(await checkProfiles({ ...model, timeZone: "Asia/Kathmandu" })).toEqual([]);
});
