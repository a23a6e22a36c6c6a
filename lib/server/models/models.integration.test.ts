import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db/client";
import { pool } from "#lib/db/pool";
import { bulkBody, callerAs } from "#lib/testing/caller";
import { countEverything, storedModelBySlug } from "#lib/testing/stored-data";
import { testDatabase } from "#lib/testing/test-database";
import { readPerformance } from "../analysis/performance.ts";
import { erasePrediction, erasePredictions } from "../data/erase.ts";
import { listImports } from "../data/imports.ts";
import { postLabels, postPredictions } from "../data/post-rows.ts";
import { putReference } from "../data/put-reference.ts";
import { samplePredictions } from "../data/sample.ts";
import { createKpi } from "../kpis/create.ts";
import { kpiSummary } from "../kpis/summary.ts";
import { createTeam } from "../teams/create.ts";
import { createModel } from "./create.ts";
import { getModel } from "./get.ts";
import { inferNewSchema } from "./infer.ts";
import { listModels } from "./list.ts";
import { removeModel } from "./remove.ts";
import { updateModel } from "./update.ts";
import { createVersion, listVersions, updateVersion } from "./versions.ts";
import { decideWatch, readWatch } from "./watch.ts";

let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await prisma().$disconnect();
  await pool().end();
  await drop();
});

const now = new Date("2026-02-01T00:00:00Z");
const scientist = callerAs("scientist", { now });
const engineer = callerAs("engineer", { now });
const code = (code: string, message = "") => expect.objectContaining({ code, message: expect.stringContaining(message) });
const schema = {
  features: [
    { name: "income", type: "numeric" },
    { name: "purpose", type: "categorical" },
  ],
  groups: ["sex"],
  segments: ["region"],
};
const model = (slug: string, over: object = {}) =>
  createModel(scientist, { slug, name: slug, task: "binary", window: "1d", minimumRows: 10, schema, ...over });

/** Scores rise from 0 to 1 within each day, labels are right above .5. */
const events = (days: number, perDay = 40) =>
  Array.from({ length: days * perDay }, (_, index) => {
    const [day, place] = [Math.floor(index / perDay), index % perDay];
    const score = place / perDay;
    return {
      id: `e${index}`,
      timestamp: new Date(Date.UTC(2026, 0, 1 + day, 12, place)).toISOString(),
      version: "v1",
      score,
      label: score > 0.5 ? 1 : 0,
      features: { income: index, purpose: index % 2 ? "car" : "house" },
      groups: { sex: index % 3 ? "f" : "m" },
      segments: { region: "NE" },
      latencyMs: 5,
    };
  });
const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const post = (slug: string, rows: readonly object[] | string, over: object = {}, caller = scientist) =>
  postPredictions(caller, { slug, body: bulkBody(typeof rows === "string" ? rows : lines(rows)), ...over });
const count = async (slug: string) => countEverything(await storedModelBySlug(slug));
const january = { from: "2026-01-01T00:00:00Z", to: "2026-01-04T00:00:00Z" };
const confusion = async (slug: string) => {
  const { windows } = await readPerformance(scientist, { slug, ...january, window: "1d" });
  return windows.map((window) => window.confusion);
};
const telemetryRows = async (number: number) => {
  const tables = ["event", "label", "batch", "recount", "profile", "known_value", "spec"];
  const counts = await Promise.all(
    tables.map(async (table) =>
      Number((await pool().query(`SELECT count(*) FROM telemetry.${table} WHERE model = $1`, [number])).rows[0].count),
    ),
  );
  return counts.reduce((sum, rows) => sum + rows, 0);
};

describe("registering", () => {
  test("gives defaults, the default team, and comes back as it was sent", async () => {
    const made = await model("credit", { labelDelay: "P7D", retention: { rows: "90d" } });
    expect(made).toMatchObject({
      slug: "credit",
      team: "default",
      schema,
      decisionThreshold: 0.5,
      positiveLabel: 1,
      labelDelay: "7d",
      retention: { rows: "90d" },
      timeZone: "UTC",
      reference: null,
    });
    expect(await getModel(callerAs("stakeholder"), { slug: made.id })).toEqual(made);
    expect(await updateModel(scientist, made)).toMatchObject({ schema, labelDelay: "7d", retention: { rows: "90d" } });
  });
  test("a slug that is taken is a conflict, also of two who come at once", async () => {
    await expect(model("credit")).rejects.toEqual(code("conflict", "credit"));
    const results = await Promise.allSettled([model("race"), model("race"), model("race")]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toEqual(code("conflict"));
  });
  test("a team that is not there is refused, and made by whoever may make teams", async () => {
    await expect(model("x", { team: "risk" })).rejects.toEqual(code("invalid", "no team risk"));
    expect(await createModel(callerAs("admin"), { slug: "x", name: "X", task: "regression", team: "risk-eu" })).toMatchObject({
      team: "risk-eu",
      teamName: "Risk eu",
    });
  });
  test("lists come in pages and can be searched", async () => {
    const first = await listModels(scientist, { limit: "1" });
    const second = await listModels(scientist, { limit: 1, cursor: first.nextCursor });
    expect([first.items[0]?.slug, second.items[0]?.slug]).toEqual(["credit", "race"]);
    expect((await listModels(scientist, { q: "RED" })).items.map(({ slug }) => slug)).toEqual(["credit"]);
  });
  test("another team's model does not exist, whatever is asked", async () => {
    const { id: teamId } = await createTeam(callerAs("admin"), { slug: "blue" });
    const blue = callerAs("engineer", { teamId });
    const slug = "credit";
    for (const ask of [
      () => getModel(blue, { slug }),
      () => updateModel(blue, { slug, name: "Mine" }),
      () => removeModel(blue, { slug }),
      () => listVersions(blue, { slug }),
      () => createVersion(blue, { slug, version: "v1" }),
      () => post(slug, events(1), {}, blue),
      () => samplePredictions(blue, { slug }),
      () => erasePredictions(blue, { slug, ...january }),
      () => readWatch(blue, { slug }),
    ])
      await expect(ask()).rejects.toEqual(code("not_found", slug));
    expect(await createModel(blue, { slug: "blue-model", name: "B", task: "binary" })).toMatchObject({ team: "blue" });
  });
});

describe("data", () => {
  beforeAll(async () => {
    await model("loans");
    await post("loans", events(3));
    await count("loans");
  });
  test("the same again changes nothing, and bad lines are named", async () => {
    const again = `${lines(events(1).slice(0, 2))}\n{"id":"new"}\nnonsense\n`;
    const answer = await post("loans", again);
    expect(answer).toMatchObject({ accepted: 0, duplicates: 2, rejected: 2 });
    expect(answer.errors.map(({ line, path }) => ({ line, path }))).toEqual([
      { line: 3, path: "timestamp" },
      { line: 4, path: "" },
    ]);
  });
  test("all or none", async () => {
    const rows = `${lines(events(1, 41).slice(40))}\nnonsense\n`;
    expect(await post("loans", rows, { atomic: "true" })).toMatchObject({ accepted: 0, rejected: 1 });
    expect(await post("loans", rows.replace("nonsense\n", ""), { atomic: "true" })).toMatchObject({ accepted: 1 });
    await erasePrediction(engineer, { slug: "loans", id: "e40" }).catch(() => {});
    await post("loans", events(3));
    await count("loans");
  });
  test("gzip and a mapping in the query", async () => {
    await model("mapped");
    const csv = `row,when,p,inc\n1,2026-01-01T00:00:00Z,0.25,10\n`;
    const packed = gzipSync(csv);
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(packed);
        controller.close();
      },
    });
    const mapping = JSON.stringify({ row: "id", when: "timestamp", p: "score", inc: "features.income" });
    expect(
      await postPredictions(scientist, { slug: "mapped", mapping, body: { stream, contentType: "text/csv", contentEncoding: "gzip" } }),
    ).toMatchObject({ accepted: 1, rejected: 0 });
    expect((await samplePredictions(scientist, { slug: "mapped" })).items[0]).toMatchObject({
      id: "1",
      score: 0.25,
      features: { income: 10 },
    });
    await expect(postPredictions(scientist, { slug: "mapped", mapping: "[1]", body: bulkBody("") })).rejects.toEqual(
      code("invalid", "mapping"),
    );
  });
  test("the newest rows come as they were sent, and the look is audited", async () => {
    const { items } = await samplePredictions(scientist, { slug: "loans", limit: 2 });
    expect(items.map(({ id }) => id)).toEqual(["e119", "e118"]);
    expect(items[0]).toMatchObject({
      timestamp: "2026-01-03T12:39:00.000Z",
      label: 1,
      features: { income: 119, purpose: "car" },
      groups: { sex: "f" },
      segments: { region: "NE" },
    });
    const looks = await prisma().auditEvent.findMany({ where: { action: "row.read", nounName: "loans" } });
    expect(looks.at(-1)).toMatchObject({ actorName: "test scientist", after: { rows: 2 } });
  });
  test("an upload is listed with what was wrong in it, a stream is not", async () => {
    await post("mapped", '{"id":"2","timestamp":"2026-01-01T00:00:01Z","score":0.5}\nnonsense\n', { file: "january.ndjson" });
    await expect(
      postPredictions(scientist, { slug: "mapped", file: "empty.csv", body: bulkBody("a,b\n1,2\n", "text/csv") }),
    ).rejects.toEqual(code("invalid"));
    const { items } = await listImports(scientist, { slug: "mapped" });
    expect(items.map(({ name, status, accepted, rejected }) => ({ name, status, accepted, rejected }))).toEqual(
      expect.arrayContaining([
        { name: "january.ndjson", status: "done", accepted: 1, rejected: 1 },
        { name: "empty.csv", status: "failed", accepted: 0, rejected: 0 },
      ]),
    );
    expect((await listImports(scientist, { slug: "loans" })).items).toEqual([]);
  });
  test("late labels wait or replace, and are counted", async () => {
    await model("late");
    await post(
      "late",
      events(1).map(({ label: _, ...event }) => event),
    );
    const rows = events(1).map(({ id }, index) => ({ id, label: index % 2 }));
    expect(await postLabels(scientist, { slug: "late", body: bulkBody(lines([...rows, { id: "unknown", label: 1 }])) })).toMatchObject({
      accepted: 41,
      pending: 1,
      rejected: 0,
    });
    await count("late");
    expect((await confusion("late"))[0]).toEqual({ tp: 10, fp: 10, fn: 10, tn: 10 });
  });
  test("erasure takes rows, counts and nothing else", async () => {
    await expect(erasePredictions(engineer, { slug: "loans" })).rejects.toEqual(code("invalid", "from"));
    await erasePredictions(engineer, { slug: "loans", from: "2026-01-02T00:00:00Z", to: "2026-01-03T00:00:00Z" });
    await erasePrediction(engineer, { slug: "loans", id: "e0" });
    await expect(erasePrediction(engineer, { slug: "loans", id: "e0" })).rejects.toEqual(code("not_found", "e0"));
    await count("loans");
    const { windows } = await readPerformance(scientist, { slug: "loans", ...january, window: "1d" });
    expect(windows.map(({ predictions }) => predictions)).toEqual([39, 0, 40]);
    await post("loans", events(3));
    await count("loans");
  });
});

describe("changing a model counts again what follows from it", () => {
  test("a new threshold", async () => {
    const waiting = async () => (await pool().query("SELECT count(*)::int AS count FROM telemetry.recount")).rows[0].count;
    const before = await confusion("loans");
    expect(before[0]).toEqual({ tp: 19, fp: 1, fn: 0, tn: 20 });
    await updateModel(scientist, { slug: "loans", decisionThreshold: 0.75 });
    expect(await waiting()).toBe(1);
    await count("loans");
    expect(await waiting()).toBe(0);
    // Decisions are stored as they were made; the Profiles are those of the new spec and lose no row.
    expect(await confusion("loans")).toEqual(before);
    const audit = await prisma().auditEvent.findFirst({ where: { action: "model.update", nounName: "loans" }, orderBy: { id: "desc" } });
    expect(audit).toMatchObject({ before: { decisionThreshold: 0.5 }, after: { decisionThreshold: 0.75 } });
  });
  test("a column that comes back does not show what another held before", async () => {
    const without = { features: [{ name: "purpose", type: "categorical" as const }] };
    expect((await updateModel(scientist, { slug: "loans", schema: without })).schema).toEqual({
      ...without,
      groups: ["sex"],
      segments: ["region"],
    });
    await updateModel(scientist, {
      slug: "loans",
      schema: { features: [...without.features, { name: "age", type: "numeric" }, { name: "income", type: "numeric" }] },
    });
    const { items } = await samplePredictions(scientist, { slug: "loans", limit: 1 });
    expect(items[0]?.features).toEqual({ purpose: "car", age: null, income: null });
    await post("loans", [
      { ...events(1)[0], id: "later", timestamp: "2026-01-03T23:00:00Z", features: { age: 30, income: 7, purpose: "boat" } },
    ]);
    expect((await samplePredictions(scientist, { slug: "loans", limit: 1 })).items[0]?.features).toEqual({
      purpose: "boat",
      age: 30,
      income: 7,
    });
  });
  test("the reference is frozen anew for the changed model", async () => {
    expect(
      await putReference(scientist, { slug: "loans", body: bulkBody(JSON.stringify({ ...january, version: "v1" }), "application/json") }),
    ).toMatchObject({ version: 1, rows: 121 });
    await updateModel(scientist, { slug: "loans", timeZone: "Asia/Kathmandu" });
    await count("loans");
    const { reference } = await getModel(scientist, { slug: "loans" });
    expect(reference).toMatchObject({ version: 1, rows: 121 });
    const { windows } = await readPerformance(scientist, { slug: "loans", ...january, window: "1d" });
    expect(windows[0]?.start).toBe("2025-12-31T18:15:00.000Z");
  });
  test("words alone count nothing again", async () => {
    await updateModel(scientist, { slug: "loans", name: "Loans", description: "x", minimumRows: 5 });
    expect((await pool().query("SELECT count(*)::int AS count FROM telemetry.recount")).rows[0].count).toBe(0);
  });
  test("the task never changes", () =>
    expect(updateModel(scientist, { slug: "loans", task: "regression" })).rejects.toEqual(code("invalid", "task")));
});

describe("references", () => {
  test("come from rows or from events, each a new version; nonsense is refused", async () => {
    await model("ref");
    expect(
      await putReference(scientist, { slug: "ref", body: bulkBody("score,label,features.income\n0.1,0,5\n0.9,1,7\nx,1,1\n", "text/csv") }),
    ).toMatchObject({ version: 1, rows: 2, rejected: 1 });
    await expect(
      putReference(scientist, {
        slug: "ref",
        body: bulkBody('{"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}', "application/json"),
      }),
    ).rejects.toEqual(code("invalid", "to"));
    await expect(putReference(scientist, { slug: "ref", body: bulkBody("no", "application/json") })).rejects.toEqual(
      code("invalid", "JSON"),
    );
    expect((await getModel(scientist, { slug: "ref" })).reference).toMatchObject({ version: 1, rows: 2 });
  });
});

describe("versions", () => {
  const stages = async () =>
    Object.fromEntries((await listVersions(scientist, { slug: "credit" })).items.map(({ version, stage }) => [version, stage]));
  test("one champion: a new one retires the old one, with a word in the audit", async () => {
    await createVersion(scientist, { slug: "credit", version: "v1", stage: "champion", trainedAt: "2026-01-01T00:00:00+01:00" });
    await createVersion(scientist, { slug: "credit", version: "v2", notes: "more trees" });
    expect(await stages()).toEqual({ v1: "champion", v2: "challenger" });
    await updateVersion(scientist, { slug: "credit", version: "v2", stage: "champion" });
    expect(await stages()).toEqual({ v1: "retired", v2: "champion" });
    expect(await prisma().auditEvent.count({ where: { noun: "version", after: { path: ["becauseOf"], equals: "v2" } } })).toBe(1);
    await expect(createVersion(scientist, { slug: "credit", version: "v2" })).rejects.toEqual(code("conflict", "v2"));
    await expect(updateVersion(scientist, { slug: "credit", version: "v9", stage: "champion" })).rejects.toEqual(code("not_found", "v9"));
  });
  test("many promotions at once leave one champion", async () => {
    await Promise.all(["v1", "v2", "v1", "v2"].map((version) => updateVersion(scientist, { slug: "credit", version, stage: "champion" })));
    expect(Object.values(await stages()).filter((stage) => stage === "champion")).toHaveLength(1);
  });
  test("a version seen first in an event is registered by itself", async () => {
    expect((await listVersions(scientist, { slug: "loans" })).items.map(({ version, stage }) => ({ version, stage }))).toEqual([
      { version: "v1", stage: "champion" },
    ]);
  });
});

describe("what to watch", () => {
  test("says what arrives and what is missing", async () => {
    await model("watched", { criticality: "high", name: "Watched" });
    expect((await readWatch(scientist, { slug: "watched" })).points.every(({ status }) => status === "nothing_yet")).toBe(true);
    await post("watched", events(3));
    await count("watched");
    const { points } = await readWatch(callerAs("stakeholder"), { slug: "watched" });
    expect(Object.fromEntries(points.map(({ key, status }) => [key, status]))).toEqual({
      predictions: "arrives",
      scores: "arrives",
      labels: "arrives",
      groups: "arrives",
      latency: "arrives",
      errors: "missing",
      versions: "missing",
      attributions: "missing",
    });
  });
  test("an accepted proposal is a KPI that speaks, a dismissed one stays away until it is taken up again", async () => {
    const answer = await decideWatch(scientist, {
      slug: "watched",
      accept: ["performance.rocAuc", { key: "performance.recall", target: 0.5 }],
      dismiss: ["drift.share"],
    });
    const status = (key: string) => answer.kpis.find((proposal) => proposal.key === key);
    expect(status("performance.rocAuc")).toMatchObject({ status: "accepted", kpi: "watched-roc-auc", ready: true });
    expect(status("drift.share")).toMatchObject({ status: "dismissed" });
    await expect(decideWatch(scientist, { slug: "watched", accept: ["performance.rocAuc"] })).rejects.toEqual(
      code("conflict", "watched-roc-auc"),
    );
    await expect(decideWatch(scientist, { slug: "watched", accept: ["magic"] })).rejects.toEqual(code("invalid", "magic"));
    const restored = await decideWatch(scientist, { slug: "watched", restore: ["drift.share"] });
    expect(restored.kpis.find(({ key }) => key === "drift.share")?.status).toBe("proposed");
    const page = await kpiSummary(callerAs("stakeholder", { now: new Date("2026-01-04T00:00:00Z") }), { model: "watched" });
    expect(page.items.map(({ slug, status: verdict, sentence }) => ({ slug, verdict, sentence }))).toEqual([
      { slug: "watched-recall", verdict: "ok", sentence: "Recall of Watched is 1, above its target of 0.5." },
      { slug: "watched-roc-auc", verdict: "no_limits", sentence: "ROC AUC of Watched is 1." },
    ]);
    expect(page.items[0]?.trend.at(-1)).toEqual(["2026-01-03T00:00:00.000Z", 1]);
  });
  test("a metric that the model does not have is refused for a KPI", async () => {
    const kpi = { slug: "k", name: "K", query: { kind: "model", model: "watched", metric: "performance.mae" } };
    await expect(createKpi(scientist, kpi)).rejects.toEqual(code("invalid", "performance.mae"));
    await expect(createKpi(scientist, { ...kpi, window: "1m", query: { ...kpi.query, metric: "performance.rocAuc" } })).rejects.toEqual(
      code("invalid", "windows"),
    );
  });
});

test("a sample of rows becomes a proposal; nonsense is named by its line", async () => {
  const proposal = await inferNewSchema(scientist, { body: bulkBody(lines(events(1))) });
  expect(proposal).toMatchObject({ rows: 40, task: "binary", positiveLabel: 1 });
  expect(proposal.features.map(({ name, type }) => [name, type])).toEqual([
    ["income", "numeric"],
    ["purpose", "categorical"],
  ]);
  await expect(inferNewSchema(scientist, { body: bulkBody('{"a":1}\n{"a":\n') })).rejects.toEqual(code("invalid", "Line 2"));
  await expect(inferNewSchema(scientist, { body: bulkBody("") })).rejects.toEqual(code("invalid", "no rows"));
});

describe("deleting a model", () => {
  test("takes everything with it, and leaves the others alone", async () => {
    const { number } = await storedModelBySlug("watched");
    const others = await telemetryRows((await storedModelBySlug("loans")).number);
    expect(await telemetryRows(number)).toBeGreaterThan(100);
    await removeModel(engineer, { slug: "watched" });
    expect(await telemetryRows(number)).toBe(0);
    expect(await telemetryRows((await storedModelBySlug("loans")).number)).toBe(others);
    await expect(getModel(scientist, { slug: "watched" })).rejects.toEqual(code("not_found"));
    expect(await prisma().kpi.count({ where: { slug: { startsWith: "watched" } } })).toBe(0);
    expect(await prisma().auditEvent.count({ where: { action: "model.delete", nounName: "watched" } })).toBe(1);
  });
  test("is refused while a formula elsewhere stands on one of its KPIs", async () => {
    await createKpi(scientist, { slug: "loans-auc", name: "AUC", query: { kind: "model", model: "loans", metric: "performance.rocAuc" } });
    await createKpi(scientist, {
      slug: "double",
      name: "Double",
      query: { kind: "formula", expression: "a * 2", inputs: { a: "loans-auc" } },
    });
    await expect(removeModel(engineer, { slug: "loans" })).rejects.toEqual(code("conflict", "double"));
    expect(await getModel(scientist, { slug: "loans" })).toMatchObject({ slug: "loans" });
  });
  test("a scientist may not", () => expect(removeModel(scientist, { slug: "loans" })).rejects.toEqual(code("forbidden")));
});
