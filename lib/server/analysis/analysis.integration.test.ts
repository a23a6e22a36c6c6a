import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db/client";
import { pool } from "#lib/db/pool";
import { AppError } from "#lib/domain/errors";
import { kolmogorovSmirnov } from "#lib/domain/stats/kolmogorov-smirnov";
import { rocAuc } from "#lib/domain/stats/roc-auc";
import { californiaFeatures, californiaRows } from "#lib/testing/california-rows";
import { callerAs } from "#lib/testing/caller";
import { countEverything, storedModelBySlug, storeEvents, storeLabels, storeReference } from "#lib/testing/stored-data";
import { testDatabase } from "#lib/testing/test-database";
import { createModel } from "../models/create.ts";
import { createTeam } from "../teams/create.ts";
import { readBias } from "./bias.ts";
import { readDistribution } from "./distribution.ts";
import { readDrift } from "./drift.ts";
import { readEstimatedPerformance } from "./estimated-performance.ts";
import { readExplainability } from "./explainability.ts";
import { metricSeries } from "./metric-series.ts";
import { readOperations } from "./operations.ts";
import { readOverview } from "./overview.ts";
import { readPerformance } from "./performance.ts";
import { readQuality } from "./quality.ts";
import { readRootCause } from "./root-cause.ts";

const scientist = callerAs("scientist", { now: new Date("2022-06-20T00:00:00Z") });
const admin = callerAs("admin");
const reference = californiaRows("reference");
const analysis = californiaRows("analysis");
const region = ({ cells }: { cells: unknown[] }) => (Number(cells[6]) > 36 ? "north" : "south");
const withRegion = (rows: typeof reference) => rows.map((row) => ({ ...row, cells: [...row.cells, region(row)] }));
const range = { slug: "california", from: "2021-06-01T00:00:00Z", to: "2022-06-01T00:00:00Z" };
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  process.env.DATABASE_URL = database.url;
  await createTeam(admin, { slug: "default", name: "Default" }).catch(() => {});
  await createModel(admin, {
    slug: "california",
    name: "California housing",
    task: "binary",
    window: "1mo",
    schema: { features: californiaFeatures.map((name) => ({ name, type: "numeric" })), segments: ["region"] },
  });
  const model = await storedModelBySlug("california");
  await storeReference(model, withRegion(reference));
  await storeEvents(
    model,
    withRegion(analysis).map((row) => ({ ...row, label: null })),
  );
  await countEverything(model);
  await storeLabels(model, analysis);
  await countEverything(model);
}, 60_000);

afterAll(async () => {
  await prisma().$disconnect();
  await pool().end();
  await drop();
});

const months = [
  ["2021-06", 0.884175, 21, 6, 104, 589],
  ["2021-07", 0.760062, 3, 0, 135, 606],
  ["2021-08", 0.704325, 0, 0, 327, 417],
  ["2021-09", 0.669772, 0, 0, 348, 372],
  ["2021-10", 0.8335, 85, 0, 533, 126],
  ["2021-11", 0.731549, 20, 1, 311, 388],
  ["2021-12", 0.933917, 246, 0, 382, 116],
  ["2022-01", 0.869353, 322, 0, 377, 45],
  ["2022-02", 0.933453, 146, 3, 268, 255],
  ["2022-03", 0.704867, 15, 6, 287, 436],
  ["2022-04", 0.975394, 34, 0, 246, 440],
  ["2022-05", 0.950922, 53, 0, 52, 111],
] as const;

const rowsOf = (month: string) => analysis.filter(({ atMicros }) => new Date(atMicros / 1000).toISOString().startsWith(month));

describe("California housing, stored and counted", () => {
  test("has the published performance in every month", async () => {
    const answer = await readPerformance(scientist, range);
    expect(answer.windows.map(({ start }) => start.slice(0, 7))).toEqual(months.map(([month]) => month));
    for (const [index, [, auc, tp, fp, fn, tn]] of months.entries()) {
      expect(answer.windows[index]?.confusion).toEqual({ tp, fp, fn, tn });
      expect(answer.windows[index]?.metrics.accuracy?.value).toBe((tp + tn) / (tp + fp + fn + tn));
      expect(answer.windows[index]?.metrics.rocAuc?.value).toBeCloseTo(auc, 6);
    }
    expect(answer.thresholds.rocAuc?.lower).toBeCloseTo(0.708336, 6);
    expect(answer.reference).toMatchObject({ version: 1, rows: 5832, from: "2020-10-01T00:00:00.000Z", to: "2021-06-01T00:00:00.000Z" });
    expect(answer.provenance).toMatchObject({
      currentRows: 8232,
      referenceRows: 5832,
      labelCoverage: 1,
      dataSource: "postgres",
      pendingRows: 0,
    });
  });

  test("exact answers agree with a computation from the file", async () => {
    const answer = await readPerformance(scientist, { ...range, exact: "true" });
    expect(answer.provenance.precision).toBe("exact");
    for (const [index, [month]] of months.entries()) {
      const rows = rowsOf(month);
      const own = rocAuc(
        Float64Array.from(rows, ({ score }) => score ?? 0),
        Float64Array.from(rows, ({ label }) => Number(label)),
      );
      expect(answer.windows[index]?.metrics.rocAuc?.value).toBeCloseTo(own.value ?? Number.NaN, 9);
    }
  });

  test("is estimated without labels as published", async () => {
    const { windows } = await readEstimatedPerformance(scientist, range);
    expect(windows.at(-3)?.metrics.rocAuc?.value).toBeCloseTo(0.829077, 6);
    expect(windows.at(-2)?.metrics.rocAuc?.value).toBeCloseTo(0.910661, 6);
  });

  test("drift from Profiles is near the exact one, and exact is exact", async () => {
    const [near, exact] = [await readDrift(scientist, range), await readDrift(scientist, { ...range, exact: "true" })];
    for (const [slot, feature] of californiaFeatures.entries()) {
      const numbers = (rows: typeof analysis) => Float64Array.from(rows, ({ cells }) => Number(cells[slot])).sort();
      const whole = numbers(reference);
      for (const [index, [month]] of months.entries()) {
        const of = ({ windows }: typeof near) => windows[index]?.features.find((entry) => entry.feature === feature)?.ks ?? Number.NaN;
        const own = kolmogorovSmirnov(whole, numbers(rowsOf(month))).value ?? Number.NaN;
        expect(of(exact), `${feature} ${month}`).toBeCloseTo(own, 9);
        expect(Math.abs(of(near) - own), `${feature} ${month}`).toBeLessThanOrEqual(0.013);
      }
    }
    expect(near.provenance.bounds?.ks).toBeGreaterThan(0);
    expect(exact.provenance).not.toHaveProperty("bounds");
  });

  test("a range of its own is answered to its ends", async () => {
    const part = { ...range, from: "2021-07-03T05:00:00Z", to: "2021-07-20T17:35:00Z" };
    const answer = await readDistribution(scientist, { ...part, feature: "MedInc" });
    const own = analysis.filter(({ atMicros }) => atMicros / 1000 >= Date.parse(part.from) && atMicros / 1000 < Date.parse(part.to));
    expect(answer.rows).toBe(own.length);
    expect(answer.start).toBe("2021-07-03T05:00:00.000Z");
    expect(answer.bins.reduce((sum, { currentRows }) => sum + currentRows, 0)).toBe(own.length);
  });

  test("a segment is counted apart and compared with its own reference", async () => {
    const answer = await readPerformance(scientist, { ...range, segment: "region:north" });
    expect(answer.provenance.currentRows).toBe(withRegion(analysis).filter((row) => region(row) === "north").length);
    expect(answer.reference?.rows).toBe(reference.filter((row) => region(row) === "north").length);
    await expect(readPerformance(scientist, { ...range, segment: "state:CA" })).rejects.toThrow("It has region.");
  });

  test("the change is split over segments without a rest", async () => {
    const answer = await readRootCause(scientist, { ...range, from: "2022-03-01T00:00:00Z", to: "2022-04-01T00:00:00Z" });
    expect(
      answer.features
        .slice(0, 2)
        .map(({ feature }) => feature)
        .sort(),
    ).toEqual(["Latitude", "Longitude"]);
    expect(answer.segments.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(answer.change ?? Number.NaN, 12);
  });

  test("without a range the last thirty windows up to the last data are shown", async () => {
    const { windows } = await readQuality(scientist, { slug: "california" });
    expect(windows).toHaveLength(30);
    expect(windows.at(-1)?.end).toBe("2022-06-01T00:00:00.000Z");
    expect(windows[0]).toMatchObject({ status: "no_data", predictions: 0, coverage: null });
  });

  test("too many windows are refused with one that fits", async () => {
    await expect(readOperations(scientist, { ...range, window: "5m" })).rejects.toThrow("window=1d");
  });

  test("a model without groups or attributions says so", async () => {
    expect(await readBias(scientist, range)).toMatchObject({ groups: [], reason: "no_groups" });
    const { windows } = await readExplainability(scientist, range);
    expect(windows[0]).toMatchObject({ ndcg: null, reasons: { ndcg: "no_attributions" } });
  });

  test("a metric of the registry is a series of the same numbers", async () => {
    const model = await storedModelBySlug("california");
    const ctx = { db: prisma(), now: scientist.now };
    const points = await metricSeries(ctx, model, { metric: "performance.rocAuc" }, { from: new Date(range.from), to: new Date(range.to) });
    expect(points.map(({ value }) => value)).toEqual(
      (await readPerformance(scientist, range)).windows.map(({ metrics }) => metrics.rocAuc?.value),
    );
    expect(points[9]).toMatchObject({ samples: 744, status: "ok" });
    await expect(
      metricSeries(ctx, model, { metric: "performance.mae" }, { windowsBefore: 3, to: new Date(range.to) }),
    ).rejects.toBeInstanceOf(AppError);
  });

  test("the overview is for everybody and says the verdict first", async () => {
    const answer = await readOverview(callerAs("stakeholder", { now: scientist.now }), { slug: "california" });
    expect(answer).toMatchObject({
      verdict: "warning",
      headline: "6 of 10 columns drifted",
      hasReference: true,
      labelCoverage: 1,
      lastData: "2022-05-09T23:00:00.000Z",
    });
    expect(answer.volume.rows.slice(-2)).toEqual([720, 216]);
    expect(answer.worst?.series.at(-3)?.value).toBeCloseTo(0.704867, 6);
    await expect(readDrift(callerAs("stakeholder"), range)).rejects.toThrow("lacks the permission analysis:read");
  });
});
