import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "#lib/db/pool";
import { retainModel } from "#lib/db/telemetry/retain";
import type { Model } from "#lib/domain/models/model";
import { callerAs } from "#lib/testing/caller";
import { countEverything, storedModelBySlug, storeEvents } from "#lib/testing/stored-data";
import { closeTestDatabase, storedModel } from "#lib/testing/telemetry";
import { testDatabase } from "#lib/testing/test-database";
import { readBias } from "./bias.ts";
import { readOverview } from "./overview.ts";
import { readPerformance } from "./performance.ts";

const now = new Date("2026-06-30T00:00:00Z");
const scientist = callerAs("scientist", { now });
const day = 86_400;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeTestDatabase();
  await drop();
});

/** One row an hour from June 1 to 29, of which retention has then dropped what is not kept. */
async function retained(slug: string, kept: Parameters<typeof retainModel>[2]): Promise<Model> {
  await storedModel("binary", slug);
  const model = await storedModelBySlug(slug);
  const rows = Array.from({ length: 29 * 24 }, (_, hour) => ({
    id: `r${hour}`,
    atMicros: (Date.UTC(2026, 5, 1) + hour * 3_600_000) * 1000,
    score: (hour % 10) / 10,
    prediction: hour % 10 >= 5 ? "1" : "0",
    label: hour % 2 ? "1" : "0",
    latencyMs: null,
    error: null,
    cells: [],
    scores: null,
    attributions: null,
  }));
  await storeEvents(model, rows);
  await countEverything(model);
  await retainModel(pool(), model.number, kept, now);
  return model;
}

const early = { from: "2026-06-02T00:00:00Z", to: "2026-06-02T03:00:00Z" };
const predictions = async (slug: string, asked: object) =>
  (await readPerformance(scientist, { slug, ...asked })).windows.map((window) => window.predictions);

test("windows whose tier has expired are counted again from rows that are there", async () => {
  await retained("rows-stay", { "5m": 2 * day, "1h": 10 * day });
  expect(await predictions("rows-stay", { ...early, window: "1h" })).toEqual([1, 1, 1]);
  expect((await predictions("rows-stay", { ...early, window: "5m" })).slice(0, 13)).toEqual([1, ...Array(11).fill(0), 1]);
  const answer = await readPerformance(scientist, { slug: "rows-stay", from: "2026-06-15", to: "2026-06-25", window: "1h" });
  expect(answer.windows.every((window) => window.predictions === 1)).toBe(true);
  expect(answer.provenance.notes?.join()).toMatch(/counted again from their rows/);
  expect(await predictions("rows-stay", { ...early, window: "1d" })).toEqual([24]);
});

test("without the rows the finest window there is is named; what never was is empty all the same", async () => {
  await retained("rows-gone", { rows: 5 * day, "5m": 2 * day, "1h": 10 * day });
  await expect(predictions("rows-gone", { ...early, window: "1h" })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/windows of 1h before 2026-06-20.*window=1d/),
  });
  await expect(predictions("rows-gone", { from: "2026-06-22", to: "2026-06-23", window: "5m" })).rejects.toMatchObject({
    message: expect.stringMatching(/window=1h/),
  });
  expect(await predictions("rows-gone", { ...early, window: "1d" })).toEqual([24]);
  expect(await predictions("rows-gone", { from: "2026-05-01T00:00:00Z", to: "2026-05-01T02:00:00Z", window: "1h" })).toEqual([0, 0]);
  expect(await predictions("rows-gone", { from: "2026-06-26T00:00:00Z", to: "2026-06-26T02:00:00Z", window: "1h" })).toEqual([1, 1]);
});

test("a range as a whole is widened to the finest there is; a list is never refused", async () => {
  const bias = await readBias(scientist, { slug: "rows-gone", ...early });
  expect(bias).toMatchObject({ start: "2026-06-02T00:00:00.000Z", end: "2026-06-03T00:00:00.000Z", predictions: 24 });
  expect(await readOverview(callerAs("stakeholder", { now }), { slug: "rows-gone" })).toMatchObject({ lastData: expect.any(String) });
});

test("exact answers say that the rows are gone instead of leaving them out", async () => {
  await expect(predictions("rows-gone", { from: "2026-06-02", to: "2026-06-03", window: "1d", exact: "true" })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/dropped its rows before 2026-06-25/),
  });
  expect(await predictions("rows-gone", { from: "2026-06-26", to: "2026-06-27", window: "1d", exact: "true" })).toEqual([24]);
});
