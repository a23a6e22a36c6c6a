import { afterAll, beforeAll, expect, test } from "vitest";
import { eventParser, isFault, type ParsedEvent } from "#lib/domain/events/parse-event";
import type { Model } from "#lib/domain/models/model";
import { randomEvents } from "#lib/testing/random-events";
import { closeTestDatabase, storedModel } from "#lib/testing/telemetry";
import { testDatabase } from "#lib/testing/test-database";
import { pool } from "../pool.ts";
import { checkProfiles } from "./check.ts";
import { inTransaction, withConnection } from "./connection.ts";
import { countModel } from "./counter.ts";
import { ingestEvents } from "./ingest-events.ts";
import { ingestLabels } from "./ingest-labels.ts";
import { retainModel } from "./retain.ts";

const nowMs = Date.UTC(2026, 5, 1);
const base = { id: "1", timestamp: "2026-05-01T00:00:00Z", score: 0.4 };
/** Text that neither index compression nor ASCII makes small. */
const wide = (length: number) => Array.from({ length }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 20_000))).join("");

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

let serial = 0;
const freshModel = () => storedModel("binary", `hostile-${serial++}`);
const store = (model: Model, events: ParsedEvent[]) =>
  withConnection((client) => inTransaction(client, () => ingestEvents(client, model, events)));

async function countAll(model: Model): Promise<void> {
  for (let more = true; more; ) more = (await countModel(model))?.more ?? false;
}

test.each([
  ["a zero byte in the id", { ...base, id: "a\0b" }],
  ["a zero byte in the error", { ...base, error: "a\0b" }],
  ["a zero byte in the version", { ...base, version: "a\0b" }],
  ["a zero byte in a segment", { ...base, segments: { region: "a\0b" } }],
  ["a zero byte in a group", { ...base, groups: { sex: "a\0b" } }],
  ["a zero byte in a category", { ...base, features: { purpose: "a\0b" } }],
  ["the longest segment value", { ...base, segments: { region: wide(200) } }],
  ["a longer segment value", { ...base, segments: { region: wide(1000) } }],
  ["the longest group value", { ...base, groups: { sex: wide(200) } }],
  ["a longer group value", { ...base, groups: { sex: wide(1000) } }],
  ["the longest category", { ...base, features: { purpose: wide(1000) } }],
  ["the longest id and version", { ...base, id: wide(200), version: wide(100) }],
  ["half a surrogate pair", { ...base, id: "\ud800", segments: { region: "\ud800" }, groups: { sex: "\udc00" } }],
  ["70,000 attributions", { ...base, attributions: Object.fromEntries(Array.from({ length: 70_000 }, (_, index) => [`a${index}`, 1])) }],
  ["a name of 70,000 characters", { ...base, attributions: { ["x".repeat(70_000)]: 1 } }],
  ["names of every object", JSON.parse('{"features":{"__proto__":1,"constructor":2},"attributions":{"__proto__":1}}')],
  ["the largest numbers", { ...base, features: { income: 1e300, age: -1e300 }, latencyMs: 1e12, score: 1 }],
])("%s is refused, or stored and counted", async (_what, line) => {
  const model = await freshModel();
  const parsed = eventParser({ model, nowMs })({ ...base, ...line }, () => {});
  if (isFault(parsed)) return expect(parsed.message).not.toBe("");
  expect(await store(model, [parsed])).toEqual({ accepted: 1, duplicates: 0 });
  expect(await countModel(model)).toMatchObject({ events: 1, more: false });
  expect(await checkProfiles(model)).toEqual([]);
});

test("a label for a window whose Profile has expired is kept with its row and holds nothing up", async () => {
  const model = await freshModel();
  const [event] = randomEvents({ task: "binary", rows: 1, seed: 1 });
  if (!event) throw new Error("one row");
  await store(model, [{ ...event, label: null, version: "v1" }]);
  await countAll(model);
  await retainModel(pool(), model.number, { "5m": 3600 }, new Date(nowMs));
  const label = { id: event.id, version: null, atMicros: null, label: "1" };
  await withConnection((client) => inTransaction(client, () => ingestLabels(client, model, [label])));
  expect(await countModel(model)).toMatchObject({ labels: 1, more: false });
  const { rows } = await pool().query("SELECT tier, labelled::int FROM telemetry.profile WHERE model = $1 AND segment = '' ORDER BY tier", [
    model.number,
  ]);
  expect(rows).toEqual([
    { tier: 1, labelled: 1 },
    { tier: 2, labelled: 1 },
  ]);
});

test("two long imports that both come to months without a table do not stop each other", async () => {
  const [one, other] = [await freshModel(), await freshModel()];
  const month = (year: number, index: number): ParsedEvent[] =>
    randomEvents({ task: "binary", rows: 5, seed: 3, startMs: Date.UTC(year, index, 3) }).map((row) => ({ ...row, version: "v1" }));
  await withConnection((first) =>
    withConnection(async (second) => {
      const long = async (client: typeof first, model: Model, index: number) => {
        await inTransaction(client, async () => {
          await ingestEvents(client, model, month(2002, 0));
          await ingestEvents(client, model, month(2003, index));
        });
      };
      await Promise.all([long(first, one, 1), long(second, other, 2)]);
    }),
  );
  for (const model of [one, other]) {
    await countAll(model);
    expect(await checkProfiles(model)).toEqual([]);
  }
});

test("rows far apart, each a window of its own, are counted in parts that fit into memory", async () => {
  const model = await freshModel();
  for (let part = 0; part < 5; part++)
    await store(
      model,
      randomEvents({
        task: "binary",
        rows: 5000,
        seed: 50 + part,
        startMs: Date.UTC(2001, 0, 1) + part * 5000 * 900_000,
        stepMs: 900_000,
      }).map((row) => ({
        ...row,
        version: "v1",
      })),
    );
  const first = await countModel(model);
  expect(first).toMatchObject({ more: true });
  expect(first?.events).toBeLessThanOrEqual(20_000);
  await countAll(model);
  expect(await checkProfiles(model)).toEqual([]);
}, 60_000);
