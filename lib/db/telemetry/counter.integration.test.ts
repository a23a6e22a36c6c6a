import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EventRow } from "#lib/domain/events/event";
import type { ParsedEvent } from "#lib/domain/events/parse-event";
import type { Model, Task } from "#lib/domain/models/model";
import { mulberry32, randomEvents } from "#lib/testing/random-events";
import { closeTestDatabase, storedModel } from "#lib/testing/telemetry";
import { testDatabase } from "#lib/testing/test-database";
import { pool } from "../pool.ts";
import { checkProfiles } from "./check.ts";
import { inTransaction, withConnection } from "./connection.ts";
import { countModel } from "./counter.ts";
import { eraseId, eraseRange } from "./erase.ts";
import { ingestEvents } from "./ingest-events.ts";
import { ingestLabels } from "./ingest-labels.ts";
import { readExtent, readVolumes } from "./read-profiles.ts";

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

const version = (rows: EventRow[], name = "v1"): ParsedEvent[] => rows.map((row) => ({ ...row, version: name }));
const store = (model: Model, events: ParsedEvent[]) =>
  withConnection((client) => inTransaction(client, () => ingestEvents(client, model, events)));
const label = (model: Model, labels: { id: string; label: string; version?: string; atMicros?: number }[]) =>
  withConnection((client) =>
    inTransaction(client, () =>
      ingestLabels(
        client,
        model,
        labels.map(({ id, label: value, version: of = null, atMicros = null }) => ({ id, label: value, version: of, atMicros })),
      ),
    ),
  );

async function drain(model: Model): Promise<void> {
  for (let more = true; more; ) more = (await countModel(model))?.more ?? false;
}

const labelsOf = async (model: Model): Promise<Map<string, string | null>> => {
  const { rows } = await pool().query<{ id: string; label: string | null }>("SELECT id, label FROM telemetry.event WHERE model = $1", [
    model.number,
  ]);
  return new Map(rows.map((row) => [row.id, row.label]));
};

let serial = 0;
const freshModel = (task: Task, zone?: string) => storedModel(task, `m-${serial++}`, zone);

test("the same rows twice change nothing, and twins within one body are one", async () => {
  const model = await freshModel("binary");
  const events = version(randomEvents({ task: "binary", rows: 300, seed: 1 }));
  expect(await store(model, [...events, ...events.slice(0, 10)])).toEqual({ accepted: 300, duplicates: 10 });
  expect(await store(model, events)).toEqual({ accepted: 0, duplicates: 300 });
  await drain(model);
  const extent = await readExtent(pool(), model.number);
  const volumes = await readVolumes(pool(), {
    model: model.number,
    tier: 2,
    segment: "",
    fromMs: extent?.fromMs ?? 0,
    toMs: extent?.toMs ?? 0,
    versions: null,
  });
  expect(volumes.reduce((sum, { rows }) => sum + rows, 0)).toBe(300);
  expect(await checkProfiles(model)).toEqual([]);
});

test("a label before its prediction waits for it; a later one replaces it; one for a version or a time holds there only", async () => {
  const model = await freshModel("binary");
  const [first, second] = version(randomEvents({ task: "binary", rows: 2, seed: 2 }));
  if (!first || !second) throw new Error("two rows");
  const twin = { ...first, version: "v2" };
  expect(await label(model, [{ id: first.id, label: "1" }])).toEqual({ accepted: 1, duplicates: 0, pending: 1 });
  await store(model, [{ ...first, label: null }]);
  await drain(model);
  expect((await labelsOf(model)).get(first.id)).toBe("1");
  expect(await label(model, [{ id: first.id, label: "1" }])).toEqual({ accepted: 0, duplicates: 1, pending: 0 });
  expect(await label(model, [{ id: first.id, label: "0" }])).toMatchObject({ accepted: 1 });
  await drain(model);
  expect((await labelsOf(model)).get(first.id)).toBe("0");
  await store(model, [{ ...twin, label: null }]);
  await label(model, [{ id: first.id, label: "1", version: "v2" }]);
  await drain(model);
  const { rows } = await pool().query(
    "SELECT named.version, label FROM telemetry.event JOIN model_version AS named ON named.number = event.version WHERE event.model = $1 AND event.id = $2 ORDER BY 1",
    [model.number, first.id],
  );
  expect(rows).toEqual([
    { version: "v1", label: "0" },
    { version: "v2", label: "1" },
  ]);
  expect(await checkProfiles(model)).toEqual([]);
});

test("two counters at once count everything once", async () => {
  const model = await freshModel("binary");
  for (let part = 0; part < 4; part++) await store(model, version(randomEvents({ task: "binary", rows: 200, seed: 10 + part })));
  await Promise.all([countModel(model), countModel(model)]);
  await drain(model);
  expect(await checkProfiles(model)).toEqual([]);
});

test("check finds a Profile that does not tell the truth", async () => {
  const model = await freshModel("binary");
  await store(model, version(randomEvents({ task: "binary", rows: 50, seed: 3 })));
  await drain(model);
  await pool().query(
    "DELETE FROM telemetry.event WHERE ctid = (SELECT ctid FROM telemetry.event WHERE model = $1 LIMIT 1) AND model = $1",
    [model.number],
  );
  expect((await checkProfiles(model)).length).toBeGreaterThan(0);
});

type Step =
  | { kind: "events"; part: number }
  | { kind: "labels"; part: number; value: number }
  | { kind: "count" }
  | { kind: "kill" }
  | { kind: "erase"; row: number }
  | { kind: "eraseRange"; day: number };

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("events" as const), part: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("labels" as const), part: fc.nat(5), value: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.constant({ kind: "count" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "kill" as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("erase" as const), row: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("eraseRange" as const), day: fc.nat(2) }) },
);

const labelText = (task: Task, value: number, index: number) =>
  task === "regression"
    ? String(value * 10 + (index % 7))
    : task === "binary"
      ? String((value + index) % 2)
      : (["bird", "cat", "dog"][(value + index) % 3] ?? "cat");

async function run(model: Model, task: Task, seed: number, steps: Step[]): Promise<void> {
  const parts = Array.from({ length: 6 }, (_, part) =>
    version(
      randomEvents({ task, rows: 40, seed: seed * 10 + part, startMs: Date.UTC(2026, 0, 1 + (part % 3)), stepMs: 1_800_000 }),
      part % 2 ? "v2" : "v1",
    ),
  );
  const random = mulberry32(seed);
  for (const one of steps) {
    const part = "part" in one ? (parts[one.part] ?? []) : [];
    if (one.kind === "events") await store(model, part);
    else if (one.kind === "labels") {
      const chosen = part.filter(() => random() < 0.5);
      await label(
        model,
        chosen.map((event, index) => ({
          id: event.id,
          label: labelText(task, one.value, index),
          ...(random() < 0.3 ? { version: event.version } : {}),
          ...(random() < 0.3 ? { atMicros: event.atMicros } : {}),
        })),
      );
    } else if (one.kind === "count") await countModel(model);
    else if (one.kind === "kill")
      await expect(
        countModel(model, () => {
          throw new Error("killed");
        }),
      ).rejects.toThrow("killed");
    else if (one.kind === "erase") {
      const event = parts.flat()[one.row % 240];
      if (event) await withConnection((client) => inTransaction(client, () => eraseId(client, model, event.id)));
    } else {
      const from = new Date(Date.UTC(2026, 0, 1 + one.day, 3));
      await withConnection((client) => inTransaction(client, () => eraseRange(client, model, from, new Date(from.getTime() + 7_200_000))));
    }
  }
  await drain(model);
  expect(await checkProfiles(model)).toEqual([]);
}

test.each([
  { task: "binary" as const, zone: "UTC" },
  { task: "multiclass" as const, zone: "Asia/Kathmandu" },
  { task: "regression" as const, zone: "Europe/Berlin" },
])(
  "any order of events, labels, erasures, counts and kills gives the Profiles of a re-count: $task in $zone",
  async ({ task, zone }) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), fc.array(step, { minLength: 4, maxLength: 14 }), async (seed, steps) => {
        await run(await freshModel(task, zone), task, seed, steps as Step[]);
      }),
      { numRuns: 12 },
    );
  },
  120_000,
);
