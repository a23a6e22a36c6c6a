import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db/client";
import { readKpi } from "#lib/db/kpis";
import { pool } from "#lib/db/pool";
import { bulkBody, callerAs } from "#lib/testing/caller";
import { testDatabase } from "#lib/testing/test-database";
import { createTeam } from "../teams/create.ts";
import { createKpi } from "./create.ts";
import { getKpi, listKpis } from "./list.ts";
import { pushKpiValues } from "./push-values.ts";
import { latestKpiValue } from "./read.ts";
import { removeKpi } from "./remove.ts";
import { readKpiSeries } from "./series.ts";
import { kpiSummary } from "./summary.ts";
import { updateKpi } from "./update.ts";

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

const scientist = callerAs("scientist");
const pushed = (slug: string, over: object = {}) =>
  createKpi(scientist, { slug, name: slug, window: "1h", query: { kind: "pushed" }, ...over });
const push = (slug: string, body: unknown, type = "application/json", caller = scientist) =>
  pushKpiValues(caller, { slug, body: bulkBody(typeof body === "string" ? body : JSON.stringify(body), type) });
const pointsOf = async (slug: string, from: string, to: string, step?: string) => {
  const { series } = await readKpiSeries(scientist, { slug, from, to, ...(step ? { step } : {}) });
  return series.map(({ labels, points }) => ({ labels, values: points.map(([, value]) => value) }));
};
const latest = async (slug: string, now: string) => {
  const kpi = await readKpi(prisma(), { teamId: null }, slug);
  if (!kpi) throw new Error("no kpi");
  return (await latestKpiValue({ db: prisma(), now: new Date(now) }, kpi, new Date(now))).map(({ labels, value, reason }) => ({
    labels,
    value,
    reason,
  }));
};
const code = (code: string, message = "") => expect.objectContaining({ code, message: expect.stringContaining(message) });

describe("create, read, change, delete", () => {
  test("what was sent comes back with defaults, and can be sent again", async () => {
    const made = await pushed("revenue", { unit: "€", target: 100, owner: "Ines" });
    expect(made).toMatchObject({
      slug: "revenue",
      unit: "€",
      direction: "up",
      target: 100,
      warning: null,
      model: null,
      team: "default",
      query: { kind: "pushed", aggregate: "mean" },
    });
    expect(await getKpi(scientist, { slug: made.id })).toEqual(made);
    const changed = await updateKpi(scientist, { ...made, target: 120 });
    expect(changed).toMatchObject({ target: 120, unit: "€", owner: "Ines" });
    expect(await updateKpi(scientist, { slug: "revenue", target: null })).toMatchObject({ target: null, owner: "Ines" });
    expect(await prisma().auditEvent.count({ where: { noun: "kpi", nounName: "revenue" } })).toBe(3);
  });
  test("a slug that is taken is a conflict", async () => {
    await pushed("once");
    await expect(pushed("once")).rejects.toEqual(code("conflict", "once"));
  });
  test("two creates at once: one wins, the other is told", async () => {
    const results = await Promise.allSettled([pushed("race"), pushed("race"), pushed("race")]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toEqual(code("conflict"));
  });
  test.each([
    {
      name: "a source that is not there yet",
      query: { kind: "prometheus", source: "s", expr: "up" },
      message: "no source of the kind prometheus yet",
    },
    { name: "a formula that is none", query: { kind: "formula", expression: "a +", inputs: { a: "once" } }, message: "ends too early" },
    {
      name: "a formula over a KPI that is not there",
      query: { kind: "formula", expression: "a", inputs: { a: "nothing" } },
      message: "no KPI nothing",
    },
    { name: "a formula over itself", query: { kind: "formula", expression: "a", inputs: { a: "bad" } }, message: "bad → bad" },
    { name: "a kind that is unknown", query: { kind: "magic" }, message: "Write a query of the kind" },
  ])("$name is refused", ({ query, message }) =>
    expect(createKpi(scientist, { slug: "bad", name: "Bad", query })).rejects.toEqual(code("invalid", message)),
  );
  test("limits on the wrong side of each other are refused, at a change as well", async () => {
    await expect(pushed("limits", { warning: 1, critical: 2 })).rejects.toEqual(code("invalid", "More is better"));
    await pushed("limits", { warning: 3, critical: 2 });
    await expect(updateKpi(scientist, { slug: "limits", direction: "down" })).rejects.toEqual(code("invalid", "Less is better"));
  });
  test("a KPI that a formula stands on stays", async () => {
    await pushed("base");
    await createKpi(scientist, { slug: "above", name: "Above", query: { kind: "formula", expression: "x * 2", inputs: { x: "base" } } });
    await expect(removeKpi(scientist, { slug: "base" })).rejects.toEqual(code("conflict", "above"));
    await expect(
      updateKpi(scientist, { slug: "base", query: { kind: "formula", expression: "y", inputs: { y: "above" } } }),
    ).rejects.toEqual(code("conflict"));
    await removeKpi(scientist, { slug: "above" });
    await removeKpi(scientist, { slug: "base" });
    await expect(getKpi(scientist, { slug: "base" })).rejects.toEqual(code("not_found"));
  });
  test("a circle through other formulas is refused", async () => {
    await pushed("seed");
    await createKpi(scientist, { slug: "f1", name: "F1", query: { kind: "formula", expression: "x", inputs: { x: "seed" } } });
    await createKpi(scientist, { slug: "f2", name: "F2", query: { kind: "formula", expression: "x", inputs: { x: "f1" } } });
    await expect(updateKpi(scientist, { slug: "f1", query: { kind: "formula", expression: "x", inputs: { x: "f2" } } })).rejects.toEqual(
      code("invalid", "f1 → f2 → f1"),
    );
  });
  test("lists come in pages", async () => {
    const first = await listKpis(scientist, { limit: "2" });
    expect(first.items).toHaveLength(2);
    const second = await listKpis(scientist, { limit: 2, cursor: first.nextCursor });
    expect(second.items[0]?.slug.localeCompare(first.items[1]?.slug ?? "")).toBe(1);
  });
});

describe("pushed values", () => {
  beforeAll(async () => {
    await pushed("visits");
  });
  test("a later value for the same time replaces the earlier one, in one body as well", async () => {
    await push("visits", { time: "2026-01-01T00:10:00Z", value: 1 });
    await push("visits", { time: "2026-01-01T01:10:00+01:00", value: 5 });
    await push(
      "visits",
      `{"time":"2026-01-01T00:20:00Z","value":7}\n\n{"time":"2026-01-01T00:20:00Z","value":9}\n`,
      "application/x-ndjson",
    );
    expect(await pointsOf("visits", "2026-01-01T00:00:00Z", "2026-01-01T03:00:00Z")).toEqual([{ labels: {}, values: [7, null, null] }]);
    expect(await pointsOf("visits", "2026-01-01T00:05:00Z", "2026-01-01T00:25:00Z", "10m")).toEqual([{ labels: {}, values: [5, 9] }]);
  });
  test("one JSON value is right or refused; of lines the right ones are kept", async () => {
    await expect(push("visits", { time: "yesterday", value: 1 })).rejects.toEqual(code("invalid", "time"));
    expect(
      await push("visits", '{"time":"2026-01-02T00:00:00Z","value":1}\nnonsense\n{"time":"2026-01-02T00:00:00Z"}', "application/x-ndjson"),
    ).toEqual({
      accepted: 1,
      rejected: 2,
      errors: [
        { line: 2, code: "invalid", path: "", message: "This line is not JSON." },
        { line: 3, code: "invalid", path: "value", message: expect.any(String) },
      ],
    });
  });
  test("series are told apart by their labels, whatever the order", async () => {
    await pushed("orders");
    await push("orders", [
      { time: "2026-01-01T00:00:00Z", value: 1, labels: { a: "1", b: "2" } },
      { time: "2026-01-01T00:00:00Z", value: 2, labels: { b: "2", a: "1" } },
      { time: "2026-01-01T00:00:00Z", value: 3 },
    ]);
    expect(await pointsOf("orders", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z")).toEqual(
      expect.arrayContaining([
        { labels: { a: "1", b: "2" }, values: [2] },
        { labels: {}, values: [3] },
      ]),
    );
  });
  test("CSV brings labels as columns", async () => {
    await pushed("by-region");
    expect(
      await push("by-region", "time,value,labels.region\n2026-01-01T00:00:00Z,1.5,NE\n2026-01-01T00:00:00Z,,SW\n", "text/csv"),
    ).toMatchObject({ accepted: 1, rejected: 1 });
    expect(await pointsOf("by-region", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z")).toEqual([
      { labels: { region: "NE" }, values: [1.5] },
    ]);
  });
  test("a window without values is null, and there is a line for it", async () => {
    expect(await pointsOf("visits", "2020-01-01T00:00:00Z", "2020-01-01T02:00:00Z")).toEqual([{ labels: {}, values: [null, null] }]);
  });
  test("too many points and a range that ends before it starts are refused", async () => {
    await expect(pointsOf("visits", "2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "1m")).rejects.toEqual(code("invalid", "step"));
    await expect(pointsOf("visits", "2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z")).rejects.toEqual(code("invalid", "to"));
  });
  test("only pushed KPIs take values", async () => {
    await expect(push("f1", { time: "2026-01-01T00:00:00Z", value: 1 })).rejects.toEqual(code("invalid", "only pushed"));
  });
  test("what a person enters is audited, what a script sends is not", async () => {
    const entries = () => prisma().auditEvent.count({ where: { action: "kpi.push" } });
    expect(await entries()).toBe(0);
    await push("visits", { time: "2026-01-03T00:00:00Z", value: 1 }, "application/json", callerAs("scientist", { kind: "user" }));
    expect(await entries()).toBe(1);
  });
});

describe("the present value, for rules and pages", () => {
  beforeAll(async () => {
    await pushed("approved");
    await pushed("requests");
    await createKpi(scientist, {
      slug: "rate",
      name: "Rate",
      query: { kind: "formula", expression: "approved / requests", inputs: { approved: "approved", requests: "requests" } },
    });
    await push("approved", { time: "2026-02-01T10:00:00Z", value: 30 });
    await push("requests", [
      { time: "2026-02-01T10:00:00Z", value: 40 },
      { time: "2026-02-01T10:30:00Z", value: 0 },
    ]);
  });
  test.each([
    { now: "2026-02-01T10:00:00Z", value: 40 },
    { now: "2026-02-01T10:29:00Z", value: 0, why: "a sender's clock may be 5 minutes ahead" },
    { now: "2026-02-01T11:30:00Z", value: 0 },
  ])("at $now the newest value within the window is $value", async ({ now, value }) =>
    expect(await latest("requests", now)).toEqual([{ labels: {}, value, reason: null }]),
  );
  test("a value older than the window is no data", async () => expect(await latest("requests", "2026-02-01T11:30:01Z")).toEqual([]));
  test("a formula follows, and says why it has no value", async () => {
    expect(await latest("rate", "2026-02-01T10:00:00Z")).toEqual([{ labels: {}, value: 0.75, reason: null }]);
    expect(await latest("rate", "2026-02-01T10:40:00Z")).toEqual([{ labels: {}, value: null, reason: "division_by_zero" }]);
    expect(await latest("rate", "2026-02-02T00:00:00Z")).toEqual([{ labels: {}, value: null, reason: "missing_input" }]);
    expect(await pointsOf("rate", "2026-02-01T10:00:00Z", "2026-02-01T12:00:00Z", "1h")).toEqual([{ labels: {}, values: [1.5, null] }]);
  });
  test("a value makes the rules over it, and over formulas above it, due at once", async () => {
    const kpi = await prisma().kpi.findUniqueOrThrow({ where: { slug: "rate" } });
    const later = new Date("2100-01-01T00:00:00Z");
    const rule = { name: "r", teamId: kpi.teamId, kpiId: kpi.id, spec: {}, hash: "h", createdBy: "t", nextEvaluationAt: later };
    const { id } = await prisma().alertRule.create({ data: rule });
    await push("approved", { time: "2026-02-01T10:45:00Z", value: 31 });
    const { nextEvaluationAt } = await prisma().alertRule.findUniqueOrThrow({ where: { id } });
    expect(nextEvaluationAt.getTime()).toBeLessThanOrEqual(Date.now());
    await expect(removeKpi(scientist, { slug: "rate" })).rejects.toEqual(code("conflict", '"r"'));
  });
});

describe("teams", () => {
  test("another team's KPI does not exist, and one's own team is taken without asking", async () => {
    const admin = callerAs("admin");
    const { id: red } = await createTeam(admin, { slug: "red" });
    const { id: blue } = await createTeam(admin, { slug: "blue" });
    const inRed = callerAs("scientist", { teamId: red });
    const inBlue = callerAs("scientist", { teamId: blue });
    expect(await createKpi(inRed, { slug: "red-kpi", name: "Red", query: { kind: "pushed" } })).toMatchObject({ team: "red" });
    await expect(createKpi(inRed, { slug: "x", name: "X", team: "blue", query: { kind: "pushed" } })).rejects.toEqual(code("forbidden"));
    for (const ask of [
      () => getKpi(inBlue, { slug: "red-kpi" }),
      () => updateKpi(inBlue, { slug: "red-kpi", name: "Mine" }),
      () => removeKpi(inBlue, { slug: "red-kpi" }),
      () => readKpiSeries(inBlue, { slug: "red-kpi" }),
      () => push("red-kpi", { time: "2026-01-01T00:00:00Z", value: 1 }, "application/json", inBlue),
    ])
      await expect(ask()).rejects.toEqual(code("not_found", "red-kpi"));
    expect((await listKpis(inBlue, {})).items).toEqual([]);
    expect((await listKpis(inRed, {})).items.map(({ slug }) => slug)).toEqual(["red-kpi"]);
  });
});

describe("the stakeholders' page", () => {
  test("the worst comes first, in plain words, with what broke and when it was fixed", async () => {
    const now = new Date("2026-03-01T12:00:00Z");
    const stakeholder = callerAs("stakeholder", { now });
    await createTeam(callerAs("admin"), { slug: "page" });
    const common = { team: "page", window: "1d" };
    await pushed("margin", { ...common, name: "Margin", unit: "%", target: 20 });
    await pushed("delay", { ...common, name: "Delay", unit: "days", direction: "down", target: 2 });
    await pushed("silent", { ...common, name: "Silent", target: 1 });
    await push("margin", [
      { time: "2026-02-27T12:00:00Z", value: 25 },
      { time: "2026-03-01T11:00:00Z", value: 18 },
    ]);
    await push("delay", { time: "2026-03-01T11:00:00Z", value: 1.5 });
    const kpi = await prisma().kpi.findUniqueOrThrow({ where: { slug: "margin" } });
    const rule = await prisma().alertRule.create({
      data: { name: "m", teamId: kpi.teamId, kpiId: kpi.id, spec: {}, hash: "h", createdBy: "t", enabled: false },
    });
    const incident = { severity: "critical", teamId: kpi.teamId, ruleId: rule.id };
    await prisma().incident.create({
      data: {
        ...incident,
        title: "Old",
        condition: "recovered",
        workflow: "resolved",
        startedAt: new Date("2026-02-01T00:00:00Z"),
        resolvedAt: new Date("2026-02-01T05:00:00Z"),
      },
    });
    await prisma().incident.create({
      data: { ...incident, title: "New", condition: "firing", workflow: "open", startedAt: new Date("2026-03-01T11:00:00Z") },
    });
    const page = await kpiSummary(stakeholder, { team: "page" });
    expect(page.sentence).toBe("1 of 3 targets are missed. 1 cannot be judged yet.");
    expect(page.items.map(({ slug, status, sentence }) => ({ slug, status, sentence }))).toEqual([
      { slug: "margin", status: "warning", sentence: "Margin is 18 %, below its target of 20 %." },
      { slug: "silent", status: "no_data", sentence: "Silent has no value: no data has arrived." },
      { slug: "delay", status: "ok", sentence: "Delay is 1.5 days, below its target of 2 days." },
    ]);
    expect(page.items[0]).toMatchObject({ value: 18, change: { by: -7 }, openIncident: { severity: "critical" } });
    expect(page.broken.map(({ title, state, kpi, lastedSeconds }) => ({ title, state, kpi, lastedSeconds }))).toEqual([
      { title: "New", state: "open", kpi: "margin", lastedSeconds: 3600 },
      { title: "Old", state: "fixed", kpi: "margin", lastedSeconds: 18_000 },
    ]);
  });
});
