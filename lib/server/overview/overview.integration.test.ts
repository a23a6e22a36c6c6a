import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db/client";
import { pool } from "#lib/db/pool";
import { californiaFeatures, californiaRows } from "#lib/testing/california-rows";
import { callerAs } from "#lib/testing/caller";
import { countEverything, storedModelBySlug, storeEvents, storeReference } from "#lib/testing/stored-data";
import { testDatabase } from "#lib/testing/test-database";
import { createModel } from "../models/create.ts";
import { createTeam } from "../teams/create.ts";
import { readDecisionDetail } from "./decision-detail.ts";
import { readFeatureHistory } from "./feature-history.ts";
import { listOverview, readModelRow } from "./list.ts";
import { readModelFrame } from "./model-frame.ts";
import { readModelHealth } from "./model-health.ts";
import { readSystemStatus } from "./system-status.ts";
import { readVersionMetrics } from "./version-metrics.ts";

const now = new Date("2022-06-20T00:00:00Z");
const as = (role: Parameters<typeof callerAs>[0], teamId: string | null = null) => callerAs(role, { now, teamId });
const scientist = as("scientist");
const admin = as("admin");
const schema = { features: californiaFeatures.map((name) => ({ name, type: "numeric" })), segments: ["region"] };
const range = { slug: "california", from: "2021-06-01T00:00:00Z", to: "2022-06-01T00:00:00Z" };
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  process.env.DATABASE_URL = database.url;
  await createTeam(admin, { slug: "default", name: "Default" }).catch(() => {});
  await createTeam(admin, { slug: "other", name: "Other" });
  await createModel(admin, { slug: "california", name: "California housing", task: "binary", window: "1mo", criticality: "high", schema });
  await createModel(admin, { slug: "empty", name: "Empty", task: "regression", team: "other" });
  const model = await storedModelBySlug("california");
  const withRegion = (rows: ReturnType<typeof californiaRows>) =>
    rows.map((row) => ({ ...row, cells: [...row.cells, Number(row.cells[6]) > 36 ? "north" : "south"] }));
  await storeReference(model, withRegion(californiaRows("reference")));
  await storeEvents(model, withRegion(californiaRows("analysis")));
  await countEverything(model);
}, 60_000);

afterAll(async () => {
  await prisma().$disconnect();
  await pool().end();
  await drop();
});

describe("all models at a glance", () => {
  test("a model has its verdict, a model without data says so, and the worst comes first", async () => {
    const { items, nextCursor } = await listOverview(as("stakeholder"), {});
    expect(items.map(({ slug, verdict }) => [slug, verdict])).toEqual([
      ["california", expect.stringMatching(/ok|warning|critical/)],
      ["empty", "no_data"],
    ]);
    expect(items[0]).toMatchObject({ champion: expect.any(String), hasReference: true, drift: { judged: 10 }, incidents: { open: 0 } });
    expect(items[0]?.worst?.series.length).toBeLessThanOrEqual(30);
    expect(items[1]).toMatchObject({ worst: null, volume: { perDay: null }, drift: null, labelCoverage: null, lastData: null });
    expect(nextCursor).toBeNull();
  });

  test("a list goes by page, by team and by name", async () => {
    const first = await listOverview(admin, { limit: 1 });
    expect(first).toMatchObject({ items: [{ slug: "california" }], nextCursor: "california" });
    expect((await listOverview(admin, { limit: 1, cursor: first.nextCursor })).items.map(({ slug }) => slug)).toEqual(["empty"]);
    expect((await listOverview(admin, { team: "other" })).items.map(({ slug }) => slug)).toEqual(["empty"]);
    expect((await listOverview(admin, { q: "HOUS" })).items.map(({ slug }) => slug)).toEqual(["california"]);
  });

  test("who belongs to a team sees its models only", async () => {
    const team = await prisma().team.findUniqueOrThrow({ where: { slug: "other" } });
    expect((await listOverview(as("scientist", team.id), {})).items.map(({ slug }) => slug)).toEqual(["empty"]);
    await expect(readModelRow(as("scientist", team.id), { slug: "california" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("an open incident is counted, and the worst that fires leads", async () => {
    const { teamId, id: modelId } = await prisma().model.findUniqueOrThrow({ where: { slug: "california" } });
    const incident = { title: "x", teamId, modelId, workflow: "open", startedAt: now };
    await prisma().incident.createMany({
      data: [
        { ...incident, severity: "warning", condition: "firing", openKey: "a" },
        { ...incident, severity: "critical", condition: "firing", openKey: "b" },
        { ...incident, severity: "critical", condition: "recovered", openKey: "c" },
        { ...incident, severity: "critical", condition: "recovered", workflow: "resolved" },
      ],
    });
    const critical = await prisma().incident.findFirstOrThrow({ where: { openKey: "b" } });
    expect((await readModelRow(admin, { slug: "california" }))?.incidents).toEqual({ open: 3, worst: "critical", number: critical.number });
    await prisma().incident.deleteMany({ where: { modelId } });
  });
});

describe("the pages of a model", () => {
  test("know since when there are data, which versions were in use and which segments came", async () => {
    const frame = await readModelFrame(as("stakeholder"), { slug: "california" });
    expect(frame.data?.first.slice(0, 7)).toBe("2021-06");
    expect(frame.segments.toSorted()).toEqual(["region:north", "region:south"]);
    expect(frame.versions[0]).toMatchObject({ rows: californiaRows("analysis").length });
    expect(await readModelFrame(admin, { slug: "empty" })).toEqual({ data: null, versions: [], segments: [] });
  });

  test("show performance, drift and the columns that moved most, from one reading", async () => {
    const health = await readModelHealth(scientist, { ...range, at: "2022-03-01T00:00:00Z", columns: 3 });
    expect(health.performance.windows).toHaveLength(12);
    expect(health.selected).toBe("2022-03-01T00:00:00.000Z");
    const march = health.drift.windows.find(({ start }) => start === health.selected);
    expect(health.distributions.map(({ feature }) => feature)).toEqual(march?.features.slice(0, 3).map(({ feature }) => feature));
    expect(health.distributions[0]?.drift.psi).toBeCloseTo(march?.features[0]?.psi ?? -1, 9);
    expect(health.estimated?.estimated).toBe(true);
  });

  test("follow one column, and refuse one that is not there", async () => {
    const history = await readFeatureHistory(scientist, { ...range, feature: "Longitude" });
    expect(history.drift.windows.every(({ features }) => features.length === 1)).toBe(true);
    expect(history.distribution?.feature).toBe("Longitude");
    expect(history.quality.windows.at(-1)?.features[0]?.feature).toBe("Longitude");
    await expect(readFeatureHistory(scientist, { ...range, feature: "nope" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("lay out the calibration of a window, whose rows are the labelled ones", async () => {
    const detail = await readDecisionDetail(scientist, { slug: "california", from: "2022-03-01T00:00:00Z", to: "2022-04-01T00:00:00Z" });
    expect(detail.calibration.reduce((sum, { rows }) => sum + rows, 0)).toBe(744);
    expect(detail.matrix).toBeNull();
    expect(detail.provenance.method).toContain("Wilson");
  });

  test("measure every version over its own rows", async () => {
    const { items } = await readVersionMetrics(scientist, { slug: "california" });
    expect(items[0]?.metrics.rocAuc?.value).toBeGreaterThan(0.5);
    expect(await readVersionMetrics(scientist, { slug: "empty" })).toEqual({ items: [], head: null });
  });

  test("keep details from stakeholders, and the system from all but engineers", async () => {
    for (const read of [readModelHealth, readVersionMetrics, readDecisionDetail])
      await expect(read(as("stakeholder"), range)).rejects.toMatchObject({ code: "forbidden" });
    await expect(readSystemStatus(scientist, {})).rejects.toMatchObject({ code: "forbidden" });
    expect(await readSystemStatus(as("engineer"), {})).toMatchObject({ database: "ok", lagSeconds: null, backlogRows: 0 });
  });
});
