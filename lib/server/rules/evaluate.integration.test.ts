import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "#lib/db/client";
import { bulkBody, callerAs } from "#lib/testing/caller";
import { closeTestDatabase } from "#lib/testing/telemetry";
import { testDatabase } from "#lib/testing/test-database";
import { listAuditEvents } from "../audit/list.ts";
import { systemCaller } from "../context.ts";
import { listIncidents, readIncident } from "../incidents/list.ts";
import { acknowledgeIncident, commentIncident, reopenIncident, resolveIncident, snoozeIncident } from "../incidents/verbs.ts";
import { wakeSnoozed } from "../incidents/wake.ts";
import { createKpi } from "../kpis/create.ts";
import { pushKpiValues } from "../kpis/push-values.ts";
import { createTeam } from "../teams/create.ts";
import { createRule } from "./create.ts";
import { deleteRule } from "./delete.ts";
import { claimDueRules, evaluateDueRules, evaluateRule } from "./evaluate.ts";
import { readRule } from "./list.ts";
import { previewRule } from "./preview.ts";
import { updateRule } from "./update.ts";

let drop = async () => {};
beforeAll(async () => {
  const database = await testDatabase();
  process.env.DATABASE_URL = database.url;
  drop = database.drop;
  await createTeam(callerAs("admin"), { slug: "default" }).catch(() => {});
});
afterAll(async () => {
  await closeTestDatabase();
  await drop();
});

const start = Date.UTC(2026, 5, 1);
const at = (minutes: number) => new Date(start + minutes * 60_000);
let serial = 0;

/** A pushed KPI and a rule "below 0.7, warning below 0.8" over it. */
async function watched(rule: Record<string, unknown> = {}) {
  const kpi = `auc-${serial++}`;
  await createKpi(callerAs("scientist", { now: at(-10) }), { slug: kpi, name: `AUC ${serial}`, window: "1h", query: { kind: "pushed" } });
  const created = await createRule(callerAs("engineer", { now: at(-1) }), {
    name: `AUC ${kpi} below limit`,
    query: { kind: "kpi", kpi },
    condition: { operator: "below", critical: 0.7, warning: 0.8 },
    ...rule,
  });
  const evaluate = async (minutes: number, value?: number) => {
    if (value !== undefined) {
      const body = bulkBody(JSON.stringify({ time: at(minutes).toISOString(), value }), "application/json");
      await pushKpiValues(callerAs("scientist", { now: at(minutes) }), { slug: kpi, body });
    }
    const { leaseEpoch } = await prisma().alertRule.findUniqueOrThrow({ where: { id: created.id } });
    return evaluateRule(systemCaller(at(minutes)), { id: created.id, epoch: leaseEpoch });
  };
  const incidents = async () => (await listIncidents(callerAs("stakeholder"), { rule: created.id })).items;
  return { id: created.id, kpi, evaluate, incidents };
}

test("a value below its limit opens one incident; it is acknowledged once; its recovery is recorded and it is resolved", async () => {
  const { id, evaluate, incidents } = await watched();
  await evaluate(0, 0.9);
  expect(await incidents()).toEqual([]);
  await evaluate(1, 0.75);
  expect(await incidents()).toMatchObject([{ severity: "warning", condition: "firing", workflow: "open", value: 0.75 }]);
  await evaluate(2, 0.6);
  const [incident] = await incidents();
  expect(incident).toMatchObject({ severity: "critical", episode: 1 });
  const key = incident?.id ?? "";

  const race = await Promise.allSettled([
    acknowledgeIncident(callerAs("engineer", { now: at(3) }), { id: key }),
    acknowledgeIncident(callerAs("admin", { now: at(3) }), { id: key }),
  ]);
  expect(race.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = race.find((one) => one.status === "rejected");
  expect(lost).toMatchObject({
    reason: { code: "conflict", message: expect.stringMatching(/already been acknowledged by test (engineer|admin)/) },
  });

  await commentIncident(callerAs("scientist", { now: at(4) }), { id: key, text: "Looking." });
  await evaluate(5, 0.95);
  expect(await incidents()).toMatchObject([{ condition: "recovered", workflow: "acknowledged" }]);
  await evaluate(6, 0.5);
  expect(await incidents()).toMatchObject([{ condition: "firing", workflow: "acknowledged", episode: 2 }]);
  await resolveIncident(callerAs("engineer", { now: at(7) }), { id: key, reason: "Fixed" });
  await evaluate(8, 0.5);
  expect(await incidents()).toHaveLength(1);
  await evaluate(9, 0.9);
  await evaluate(10, 0.5);
  expect((await incidents()).map(({ workflow }) => workflow)).toEqual(["open", "resolved"]);

  const story = (await readIncident(callerAs("stakeholder"), { id: key })).timeline.map(({ kind }) => kind);
  expect(story).toEqual(["opened", "severity", "acknowledged", "commented", "recovered", "fired_again", "resolved", "recovered"]);
  const audit = await listAuditEvents(callerAs("admin"), { noun: "incident" });
  expect(audit.items.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["incident.acknowledge", "incident.comment", "incident.resolve"]),
  );
  expect(await readRule(callerAs("scientist"), { id })).toMatchObject({ status: "firing", lastValue: 0.5 });
});

test("reopening what recovered meanwhile does not trip the next evaluation", async () => {
  const { evaluate, incidents } = await watched();
  await evaluate(0, 0.5);
  const id = (await incidents())[0]?.id ?? "";
  await resolveIncident(callerAs("engineer", { now: at(1) }), { id, reason: "Known and accepted" });
  await evaluate(2, 0.9);
  await reopenIncident(callerAs("engineer", { now: at(3) }), { id });
  await evaluate(4, 0.5);
  expect(await incidents()).toMatchObject([{ condition: "firing", workflow: "open", episode: 2 }]);
});

test("no data shows as no data and ends nothing; a KPI that is gone is an error and ends nothing", async () => {
  const { id, kpi, evaluate, incidents } = await watched();
  await evaluate(0, 0.5);
  await evaluate(90);
  expect(await readRule(callerAs("scientist"), { id })).toMatchObject({ status: "no_data" });
  expect(await incidents()).toMatchObject([{ condition: "firing" }]);
  await prisma().kpi.update({ where: { slug: kpi }, data: { slug: `${kpi}-gone` } });
  await evaluate(91);
  expect(await readRule(callerAs("scientist"), { id })).toMatchObject({ status: "error", lastError: expect.stringContaining(kpi) });
  expect(await incidents()).toMatchObject([{ condition: "firing" }]);
});

test("two workers never evaluate one rule at the same time, and a late result is refused", async () => {
  const { id } = await watched({ interval: "5s" });
  await prisma().alertRule.updateMany({ where: { id: { not: id } }, data: { enabled: false } });
  const [first, second] = await Promise.all([claimDueRules(at(1), 10), claimDueRules(at(1), 10)]);
  expect([...first, ...second].map((claim) => claim.id)).toEqual([id]);
  const claim = [...first, ...second][0];
  if (!claim) throw new Error("one claim");
  const [again] = await claimDueRules(at(10), 10);
  expect(await evaluateRule(systemCaller(at(10)), claim)).toBe(false);
  expect(again && (await evaluateRule(systemCaller(at(10)), again))).toBe(true);
  const row = await prisma().alertRule.findUniqueOrThrow({ where: { id } });
  expect(row.missedEvaluations).toBeGreaterThan(0);
  expect(row.nextEvaluationAt.getTime()).toBeGreaterThan(at(10).getTime());
  expect(await evaluateDueRules(systemCaller(at(10)), { atMost: 10, onError: () => {} })).toBe(0);
});

test("a change of words keeps what fires, a change of meaning ends it with that reason", async () => {
  const { id, evaluate, incidents } = await watched();
  await evaluate(0, 0.5);
  await updateRule(callerAs("engineer", { now: at(1) }), { id, name: "Another name", annotations: { summary: "words" } });
  expect(await incidents()).toMatchObject([{ condition: "firing" }]);
  await updateRule(callerAs("engineer", { now: at(2) }), { id, condition: { operator: "below", critical: 0.4 } });
  expect(await incidents()).toMatchObject([{ condition: "recovered" }]);
  const { timeline } = await readIncident(callerAs("stakeholder"), { id: (await incidents())[0]?.id ?? "" });
  expect(timeline.at(-1)).toMatchObject({ kind: "recovered", text: "Ended because the rule was changed" });
  await deleteRule(callerAs("engineer", { now: at(3) }), { id });
  expect(await prisma().incident.count({ where: { ruleId: null } })).toBeGreaterThan(0);
});

test("a snooze ends by itself", async () => {
  const { evaluate, incidents } = await watched();
  await evaluate(0, 0.5);
  const id = (await incidents())[0]?.id ?? "";
  await snoozeIncident(callerAs("engineer", { now: at(1) }), { id, until: at(30).toISOString() });
  expect(await wakeSnoozed(systemCaller(at(29)))).toBe(0);
  await wakeSnoozed(systemCaller(at(30)));
  expect(await incidents()).toMatchObject([{ workflow: "open" }]);
});

test("the preview of given points needs no query and runs the same machine", async () => {
  const points = [0.9, 0.6, 0.6, null, 0.9].map((value, index) => [at(index).toISOString(), value]);
  const answer = await previewRule(callerAs("scientist"), {
    rule: { condition: { operator: "below", critical: 0.7 } },
    series: [{ labels: {}, points }],
  });
  expect(answer.evaluations.map(({ state }) => state)).toEqual(["normal", "firing", "firing", "no_data", "normal"]);
  expect(answer.summary).toMatchObject({ episodes: 1 });
});

test("a bad rule is refused with the field named", async () => {
  await expect(
    createRule(callerAs("engineer"), {
      name: "x",
      query: { kind: "kpi", kpi: "nothing-here" },
      condition: { operator: "below", critical: 1, warning: 0.5 },
    }),
  ).rejects.toMatchObject({ code: "invalid", errors: [{ path: "condition.warning" }] });
  await expect(
    createRule(callerAs("engineer"), {
      name: "x",
      query: { kind: "kpi", kpi: "nothing-here" },
      condition: { operator: "below", critical: 1 },
    }),
  ).rejects.toMatchObject({ code: "not_found" });
});
