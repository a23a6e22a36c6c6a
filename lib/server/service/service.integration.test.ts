import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db/client";
import { pool } from "#lib/db/pool";
import { testDatabase } from "#lib/testing/test-database";
import { beat } from "./beat.ts";
import { count, takeCounts } from "./counters.ts";
import { healthRoute, readHealth } from "./health.ts";
import { ownMetrics } from "./metrics.ts";
import { openapiRoute } from "./openapi-route.ts";
import { saveCounters } from "./save-counters.ts";

let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await prisma().$disconnect();
  await pool()
    .end()
    .catch(() => {});
  await drop();
});

const now = new Date("2026-01-01T00:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const value = (text: string, sample: string) =>
  text
    .split("\n")
    .find((line) => line.startsWith(`${sample} `))
    ?.slice(sample.length + 1);

describe("health", () => {
  test("without a worker pages are served and nothing is counted", async () => {
    expect(await readHealth(now)).toMatchObject({ status: "degraded", database: "ok", worker: { status: "none", lagSeconds: null } });
    expect((await healthRoute()).status).toBe(200);
  });
  test.each([
    { seconds: 3, status: "ok", worker: "ok" },
    { seconds: 60, status: "degraded", worker: "late" },
  ])("$seconds s after the last sign the worker is $worker", async ({ seconds, status, worker }) => {
    await beat({ id: "w1", startedAt: now, now });
    await beat({ id: "w0", startedAt: now, now: after(-30) });
    expect(await readHealth(after(seconds))).toMatchObject({ status, worker: { status: worker, lagSeconds: seconds } });
  });
  test("tells its version", async () => expect((await readHealth(now)).version).toMatch(/^\d+\.\d+\.\d+/));
});

describe("metrics", () => {
  test("counters of all processes add up, and none is lost or counted twice", async () => {
    const requests = 'modelwatch_http_requests_total{method="GET",status="200"}';
    count("modelwatch_http_requests_total", { method: "GET", status: "200" }, 2);
    count("modelwatch_rules_evaluated_total");
    await Promise.all([saveCounters(), saveCounters()]);
    count("modelwatch_http_requests_total", { method: "GET", status: "200" });
    expect(value(await ownMetrics(now), requests)).toBe("3");
    const again = await ownMetrics(now);
    expect(value(again, requests)).toBe("3");
    expect(value(again, "modelwatch_rules_evaluated_total")).toBe("1");
  });
  test("every line is what Prometheus reads", async () => {
    count("modelwatch_http_requests_total", { method: 'G"E\\T\n', status: "200" });
    const text = await ownMetrics(now);
    expect(text.endsWith("\n")).toBe(true);
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(/^(# (HELP|TYPE) \S+ .+|[a-z_]+(\{([a-z_]+="([^"\\\n]|\\["\\n])*",?)+\})? -?[0-9.e+-]+)$/);
    for (const name of ["modelwatch_backlog_rows", "modelwatch_models", "process_resident_memory_bytes"])
      expect(value(text, name)).toMatch(/^\d+$/);
    expect(text.match(/^# TYPE (\S+)/gm)?.length).toBe(new Set(text.match(/^# TYPE (\S+)/gm)).size);
  });
});

test("the API document is for everybody", async () => {
  const response = await openapiRoute();
  expect(await response.json()).toMatchObject({ openapi: "3.1.0" });
});

describe("when the database is away", () => {
  beforeAll(async () => {
    await pool().end();
  });
  test("health is 503 and says so", async () => {
    const response = await healthRoute();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: "unavailable",
      database: "unreachable",
      worker: { status: "unknown", lagSeconds: null },
    });
  });
  test("what was counted meanwhile is kept for later", async () => {
    count("modelwatch_kpi_values_total");
    await expect(saveCounters()).rejects.toThrow();
    expect(takeCounts()).toMatchObject({ modelwatch_kpi_values_total: 1 });
  });
});
