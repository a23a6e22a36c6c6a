import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "#lib/domain/errors";
import type { Cell } from "#lib/domain/events/event";
import type { ParsedEvent } from "#lib/domain/events/parse-event";
import type { Model, StoredSchema, Task } from "#lib/domain/models/model";
import { testDatabase } from "#lib/testing/test-database";
import { checkProfiles } from "./check.ts";
import { inTransaction, withConnection } from "./connection.ts";
import { countModel } from "./counter.ts";
import { eraseId, eraseRange } from "./erase.ts";
import { ingestEvents } from "./ingest-events.ts";
import { ingestLabels, type ParsedLabel } from "./ingest-labels.ts";

const hourMs = 3_600_000;
const firstMs = Date.UTC(2026, 2, 27);
const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
const schema: StoredSchema = {
  features: [
    { name: "income", type: "numeric", slot: 0 },
    { name: "purpose", type: "categorical", slot: 1 },
  ],
  groups: [{ name: "sex", slot: 2 }],
  segments: [{ name: "region", slot: 3 }],
  nextSlot: 4,
};

type Counted = Pick<Model, "id" | "number" | "task" | "decisionThreshold" | "positiveLabel" | "schema" | "timeZone">;
let database: Awaited<ReturnType<typeof testDatabase>>;
let client: pg.Client;
const shared = process.env.DATABASE_URL;

beforeAll(async () => {
  database = await testDatabase();
  process.env.DATABASE_URL = database.url;
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("INSERT INTO team (id, slug, name) VALUES (gen_random_uuid(), 'counted', 'Counted')");
});

afterAll(async () => {
  await client.end();
  process.env.DATABASE_URL = shared;
});

let made = 0;
async function newModel(task: Task, timeZone: string): Promise<Counted> {
  const { rows } = await client.query<{ id: string; number: number }>(
    `INSERT INTO model (id, slug, name, task, "teamId", criticality, schema, "decisionThreshold", "positiveLabel", "labelDelaySeconds", "window",
       "timeZone", "minimumRows", "minimumLabelCoverage", store, "updatedAt")
     SELECT gen_random_uuid(), $1, $1, $2, id, 'low', $3, 0.5, '1', 0, '1h', $4, 0, 0, '{"kind":"postgres"}', now() FROM team LIMIT 1
     RETURNING id, number`,
    [`counted-${++made}`, task, JSON.stringify(schema), timeZone],
  );
  const row = rows[0];
  if (!row) throw new Error("The model was not made.");
  return { ...row, task, decisionThreshold: 0.5, positiveLabel: 1, schema, timeZone };
}

const outcome = (task: Task, draw: number): string => (task === "binary" ? String(draw % 2) : String(draw / 4));

type Draw = { id: string; minute: number; version: string; score: number; label: number | null; region: string; income: number };
const eventOf = (task: Task, { id, minute, version, score, label, region, income }: Draw): ParsedEvent => {
  const cells: Cell[] = [income, income > 5 ? "car" : undefined, region === "x" ? "female" : "male", region];
  return {
    id,
    version,
    atMicros: (firstMs + minute * 60_000) * 1000 + 7,
    score: task === "binary" ? score : null,
    prediction: task === "binary" ? (score >= 0.5 ? "1" : "0") : String(score * 3),
    label: label === null ? null : outcome(task, label),
    latencyMs: score * 10,
    error: null,
    cells,
    scores: null,
    attributions: { income: score },
  };
};

const anId = fc.constantFrom(...ids);
// Every quarter of an hour of six days, so that windows at both sides of a day's start are met.
const aMinute = fc.integer({ min: 0, max: 6 * 96 }).map((quarters) => quarters * 15);
const aVersion = fc.constantFrom("v1", "v2");
const anEvent: fc.Arbitrary<Draw> = fc.record({
  id: anId,
  minute: aMinute,
  version: aVersion,
  score: fc.integer({ min: 0, max: 20 }).map((step) => step / 20),
  label: fc.option(fc.integer({ min: 0, max: 9 })),
  region: fc.constantFrom("x", "y", ""),
  income: fc.integer({ min: 0, max: 9 }),
});
const aLabel = fc.record({ id: anId, version: fc.option(aVersion), minute: fc.option(aMinute), label: fc.integer({ min: 0, max: 9 }) });
const aStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("events" as const), events: fc.array(anEvent, { minLength: 1, maxLength: 12 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("labels" as const), labels: fc.array(aLabel, { minLength: 1, maxLength: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("eraseId" as const), id: anId }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("eraseRange" as const), minute: aMinute, hours: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("count" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("killed" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("twoCounters" as const) }) },
);
type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

const killed = new AppError("internal", "killed");
const inOne = <T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> => withConnection((own) => inTransaction(own, () => run(own)));

async function perform(model: Counted, step: Step): Promise<void> {
  if (step.kind === "events")
    await inOne((own) =>
      ingestEvents(
        own,
        model,
        step.events.map((draw) => eventOf(model.task, draw)),
      ),
    );
  if (step.kind === "labels") {
    const labels: ParsedLabel[] = step.labels.map(({ id, version, minute, label }) => ({
      id,
      version,
      atMicros: minute === null ? null : (firstMs + minute * 60_000) * 1000 + 7,
      label: outcome(model.task, label),
    }));
    await inOne((own) => ingestLabels(own, model, labels));
  }
  if (step.kind === "eraseId") await inOne((own) => eraseId(own, model, step.id));
  if (step.kind === "eraseRange") {
    const from = firstMs + step.minute * 60_000;
    await inOne((own) => eraseRange(own, model, new Date(from), new Date(from + step.hours * hourMs)));
  }
  if (step.kind === "count") await countModel(model);
  if (step.kind === "killed")
    await countModel(model, () => {
      throw killed;
    }).catch((error) => expect(error).toBe(killed));
  if (step.kind === "twoCounters") await Promise.all([countModel(model), countModel(model)]);
}

async function countAll(model: Counted): Promise<void> {
  for (let left = 50; left > 0; left--) if (!(await countModel(model))?.more) return;
  throw new Error("Counting does not come to an end.");
}

/** Events whose label is not the newest one given for them. */
async function wrongLabels(model: Counted): Promise<unknown[]> {
  const { rows } = await client.query(
    `SELECT event.id, event.at, event.label, newest.label AS newest FROM telemetry.event CROSS JOIN LATERAL (
       SELECT label FROM telemetry.label WHERE label.model = event.model AND label.id = event.id
         AND (label.version IS NULL OR label.version = event.version) AND (label.at IS NULL OR label.at = event.at) ORDER BY seq DESC LIMIT 1) AS newest
     WHERE event.model = $1 AND event.label IS DISTINCT FROM newest.label`,
    [model.number],
  );
  return rows;
}

/** Rows per tier as plain SQL counts them against what the Profiles say. */
async function rowTotals(model: Counted): Promise<unknown> {
  const stored = await client.query(
    "SELECT tier, sum(rows)::int AS rows, sum(labelled)::int AS labelled FROM telemetry.profile WHERE model = $1 AND segment = '' GROUP BY tier ORDER BY tier",
    [model.number],
  );
  const real = await client.query<{ rows: number; labelled: number }>(
    "SELECT count(*)::int AS rows, count(label)::int AS labelled FROM telemetry.event WHERE model = $1",
    [model.number],
  );
  const { rows, labelled } = real.rows[0] ?? { rows: 0, labelled: 0 };
  return {
    stored: stored.rows.filter((row) => row.rows !== 0),
    expected: rows === 0 ? [] : [0, 1, 2].map((tier) => ({ tier, rows, labelled })),
  };
}

describe("whatever comes in whatever order", () => {
  test.each([
    { task: "binary", timeZone: "UTC" },
    { task: "binary", timeZone: "Asia/Kolkata" },
    { task: "binary", timeZone: "Europe/Berlin" },
    { task: "regression", timeZone: "Asia/Kathmandu" },
  ] as const)(
    "stored Profiles equal a re-count: $task, days of $timeZone",
    async ({ task, timeZone }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 14 }), async (steps) => {
          const model = await newModel(task, timeZone);
          for (const step of steps) await perform(model, step);
          await countAll(model);
          expect(await checkProfiles(model)).toEqual([]);
          expect(await wrongLabels(model)).toEqual([]);
          const { stored, expected } = (await rowTotals(model)) as { stored: unknown; expected: unknown };
          expect(stored).toEqual(expected);
        }),
        { numRuns: Number(process.env.RUNS ?? 25), interruptAfterTimeLimit: 60_000 },
      );
    },
    90_000,
  );
});
