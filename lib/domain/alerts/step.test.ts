import { describe, expect, test } from "vitest";
import type { AlertEvent } from "./event.ts";
import { AlertInstance, seriesKey, stateOf } from "./instance.ts";
import type { EvaluationResult, SeriesResult } from "./reading.ts";
import { reset } from "./reset.ts";
import { AlertRuleInput } from "./rule.ts";
import { step } from "./step.ts";
import { type StepRule, stepRule } from "./step-rule.ts";

const MINUTE = 60_000;
const START = Date.parse("2026-01-01T00:00:00Z");

function ruleOf(part: object = {}): StepRule {
  return stepRule(
    AlertRuleInput.parse({
      name: "r",
      query: { kind: "kpi", kpi: "k" },
      condition: { operator: "above", critical: 50, warning: 20 },
      ...part,
    }),
  );
}

/** Answers of one series: a value, null, "error", "few" (too few rows), or partial ones such as "~60". */
type Answer = number | null | "error" | `few ${number}` | `~${number}` | "~null";

function resultOf(answer: Answer): EvaluationResult {
  if (answer === "error") return { kind: "error", message: "timeout" };
  if (answer === null || typeof answer === "number") return { kind: "series", series: [{ labels: {}, value: answer }] };
  if (answer.startsWith("few ")) return { kind: "series", series: [{ labels: {}, value: Number(answer.slice(4)), samples: 3 }] };
  const value = answer === "~null" ? null : Number(answer.slice(1));
  return { kind: "series", series: [{ labels: {}, value, degraded: true }] };
}

/** Evaluates once a minute; what happened at each, and the state after it. */
function runResults(rule: StepRule, results: readonly EvaluationResult[]) {
  let instances: AlertInstance[] = [];
  const events: AlertEvent[] = [];
  const states = results.map((result, i) => {
    const outcome = step({ rule, previous: instances, result, now: START + i * MINUTE });
    instances = outcome.next;
    events.push(...outcome.events);
    return instances.filter(({ evictedAt }) => evictedAt === null).map(stateOf);
  });
  return { states, instances, events, kinds: events.map(({ kind }) => kind) };
}

const run = (part: object, answers: readonly Answer[]) => {
  const outcome = runResults(ruleOf(part), answers.map(resultOf));
  return { ...outcome, states: outcome.states.map(([state]) => state).join(" ") };
};

describe("the states of a series", () => {
  test.each<{ name: string; part?: object; answers: Answer[]; states: string; events: string }>([
    { name: "fires at once without a wait", answers: [10, 60, 60, 10], states: "normal firing firing normal", events: "firing recovered" },
    { name: "is normal at the limit", answers: [20], states: "normal", events: "" },
    {
      name: "waits for `for`, from the first bad value on",
      part: { for: "2m" },
      answers: [60, 60, 60, 10],
      states: "pending pending firing normal",
      events: "pending firing recovered",
    },
    {
      name: "forgets a wait that ends well",
      part: { for: "2m" },
      answers: [60, 10, 60, 60],
      states: "pending normal pending pending",
      events: "pending cleared pending",
    },
    {
      name: "keeps firing for `keepFiringFor`",
      part: { keepFiringFor: "2m" },
      answers: [60, 10, 10, 10],
      states: "firing recovering recovering normal",
      events: "firing recovering recovered",
    },
    {
      name: "fires again at once while recovering, in the same episode",
      part: { for: "2m", keepFiringFor: "2m" },
      answers: [60, 60, 60, 10, 60, 10],
      states: "pending pending firing recovering firing recovering",
      events: "pending firing recovering resumed recovering",
    },
    {
      name: "stays until the value is back over the recovery limit",
      part: { condition: { operator: "above", critical: 50, recovery: 30 } },
      answers: [60, 40, 30, 40],
      states: "firing firing normal normal",
      events: "firing recovered",
    },
    {
      name: "gets worse and eases in one episode",
      answers: [30, 60, 30, 10],
      states: "firing firing firing normal",
      events: "firing severity severity recovered",
    },
    { name: "waits once for both limits", part: { for: "1m" }, answers: [30, 60], states: "pending firing", events: "pending firing" },
    {
      name: "watches the change from one value to the next",
      part: { condition: { operator: "change", critical: 10 } },
      answers: [0, 5, null, 20, 20],
      states: "normal normal no_data firing normal",
      events: "no_data restored firing recovered",
    },
  ])("$name", ({ part = {}, answers, states, events }) => {
    const outcome = run(part, answers);
    expect(outcome.states).toBe(states);
    expect(outcome.kinds.join(" ")).toBe(events);
  });
});

describe("no data and errors", () => {
  test.each<{ name: string; part?: object; answers: Answer[]; states: string; events: string }>([
    {
      name: "shows no data above a running episode",
      answers: [60, null, 60, 10],
      states: "firing no_data firing normal",
      events: "firing no_data restored recovered",
    },
    {
      name: "shows an error above a running episode",
      answers: [60, "error", "error", 60],
      states: "firing error error firing",
      events: "firing error restored",
    },
    {
      name: "recovers when the value is back and good",
      answers: [60, "error", 10],
      states: "firing error normal",
      events: "firing error restored recovered",
    },
    {
      name: "starts the wait again after no data",
      part: { for: "2m" },
      answers: [60, null, 60, 60, 60],
      states: "pending no_data pending pending firing",
      events: "pending cleared no_data restored pending firing",
    },
    {
      name: "keeps the wait over an error",
      part: { for: "2m" },
      answers: [60, "error", 60],
      states: "pending error firing",
      events: "pending error restored firing",
    },
    {
      name: "keeps the wait over no data that is not shown yet",
      part: { for: "2m", noDataFor: "5m" },
      answers: [60, null, 60],
      states: "pending pending firing",
      events: "pending firing",
    },
    {
      name: "shows no data after `noDataFor`",
      part: { noDataFor: "2m" },
      answers: [10, null, null, null],
      states: "normal normal normal no_data",
      events: "no_data",
    },
    {
      name: "shows an error after `onErrorFor`",
      part: { onErrorFor: "1m" },
      answers: [60, "error", "error", 60],
      states: "firing firing error firing",
      events: "firing error restored",
    },
    {
      name: "alerts on no data",
      part: { noData: "alert" },
      answers: [10, null, null, 10],
      states: "normal firing firing normal",
      events: "firing recovered",
    },
    {
      name: "alerts on no data after its delay and `for`",
      part: { noData: "alert", noDataFor: "1m", for: "1m" },
      answers: [10, null, null, null],
      states: "normal normal pending firing",
      events: "pending firing",
    },
    {
      name: "raises a warning that loses its data",
      part: { noData: "alert" },
      answers: [30, null],
      states: "firing firing",
      events: "firing severity",
    },
    {
      name: "alerts on errors",
      part: { onError: "alert" },
      answers: ["error", "error", 10],
      states: "firing firing normal",
      events: "firing recovered",
    },
    {
      name: "takes no data for good where it is told so",
      part: { noData: "ok" },
      answers: [60, null],
      states: "firing normal",
      events: "firing recovered",
    },
    {
      name: "takes errors for good where it is told so",
      part: { onError: "ok", keepFiringFor: "1m" },
      answers: [60, "error", "error"],
      states: "firing recovering normal",
      events: "firing recovering recovered",
    },
    {
      name: "keeps what was there over no data",
      part: { noData: "keep", for: "2m" },
      answers: [60, null, null, null, 10, null],
      states: "pending pending firing firing normal normal",
      events: "pending firing recovered",
    },
    {
      name: "does not recover by keeping",
      part: { onError: "keep", keepFiringFor: "1m" },
      answers: [60, 10, "error", "error", 10],
      states: "firing recovering recovering recovering normal",
      events: "firing recovering recovered",
    },
    {
      name: "tells an error from no data",
      answers: [null, "error", null],
      states: "no_data error no_data",
      events: "no_data error no_data",
    },
    { name: "takes NaN for no data", answers: [Number.NaN], states: "no_data", events: "no_data" },
  ])("$name", ({ part = {}, answers, states, events }) => {
    const outcome = run(part, answers);
    expect(outcome.states).toBe(states);
    expect(outcome.kinds.join(" ")).toBe(events);
  });

  test("an event says why, and how bad the hidden episode is", () => {
    const { events } = run({}, [60, "error"]);
    expect(events.at(-1)).toMatchObject({ kind: "error", reason: "timeout", severity: "critical", episode: 1, value: null });
  });
});

describe("too few rows and partial answers", () => {
  test.each<{ name: string; part?: object; answers: Answer[]; states: string; events: string }>([
    {
      name: "too few rows neither fire nor recover",
      answers: ["few 60", 60, "few 10", 60],
      states: "no_data firing no_data firing",
      events: "no_data restored firing no_data restored",
    },
    {
      name: "too few rows keep the wait",
      part: { for: "2m" },
      answers: [60, "few 60", 60],
      states: "pending no_data firing",
      events: "pending no_data restored firing",
    },
    {
      name: "too few rows are not for the no-data policy",
      part: { noData: "alert" },
      answers: ["few 60"],
      states: "no_data",
      events: "no_data",
    },
    { name: "a partial answer may fire", answers: ["~60"], states: "firing", events: "firing" },
    { name: "a partial answer may not recover", answers: [60, "~10", 10], states: "firing firing normal", events: "firing recovered" },
    { name: "a partial answer may not ease", answers: [60, "~30", 30], states: "firing firing firing", events: "firing severity" },
    { name: "a partial answer may raise", answers: [30, "~60"], states: "firing firing", events: "firing severity" },
    {
      name: "a partial answer may not end a wait",
      part: { for: "2m" },
      answers: [60, "~10", "~60"],
      states: "pending pending firing",
      events: "pending firing",
    },
    {
      name: "a partial answer may not end keeping",
      part: { keepFiringFor: "1m" },
      answers: [60, 10, "~10", 10],
      states: "firing recovering recovering normal",
      events: "firing recovering recovered",
    },
    {
      name: "partial no data is no recovery either",
      part: { noData: "ok" },
      answers: [60, "~null", null],
      states: "firing firing normal",
      events: "firing recovered",
    },
  ])("$name", ({ part = {}, answers, states, events }) => {
    const outcome = run({ minimumSamples: 10, ...part }, answers);
    expect(outcome.states).toBe(states);
    expect(outcome.kinds.join(" ")).toBe(events);
  });
});

describe("severity and episodes", () => {
  test("an event says from what to what", () => {
    const { events } = run({}, [30, 60, 30]);
    expect(events.slice(1)).toMatchObject([
      { kind: "severity", from: "warning", severity: "critical", raised: true, value: 60, episode: 1 },
      { kind: "severity", from: "critical", severity: "warning", raised: false, value: 30, episode: 1 },
    ]);
  });

  test("episodes are counted", () => {
    const { events } = run({}, [60, 10, 60, 10]);
    expect(events.map(({ kind, episode, time }) => [kind, episode, (time - START) / MINUTE])).toEqual([
      ["firing", 1, 0],
      ["recovered", 1, 1],
      ["firing", 2, 2],
      ["recovered", 2, 3],
    ]);
  });

  test("a rule made less severe eases what fires, in the same episode", () => {
    const first = step({ rule: ruleOf(), previous: [], result: resultOf(60), now: START });
    const second = step({ rule: ruleOf({ severity: "warning" }), previous: first.next, result: resultOf(60), now: START + MINUTE });
    expect(second.events).toMatchObject([{ kind: "severity", from: "critical", severity: "warning", raised: false }]);
  });
});

describe("several series", () => {
  const series = (values: Record<string, number | null>, degraded = false): EvaluationResult => ({
    kind: "series",
    series: Object.entries(values).map(([feature, value]): SeriesResult => ({ labels: { feature }, value })),
    degraded,
  });
  const nothing: EvaluationResult = { kind: "series", series: [] };
  const failure: EvaluationResult = { kind: "error", message: "timeout" };
  const told = (events: readonly AlertEvent[]) =>
    events.map((event) => `${event.kind} ${event.labels.feature ?? ""} ${"cause" in event ? event.cause : ""}`.trim());

  test("each has its own state", () => {
    expect(runResults(ruleOf(), [series({ a: 60, b: 10 }), series({ a: 10, b: 60 })]).states).toEqual([
      ["firing", "normal"],
      ["normal", "firing"],
    ]);
  });

  test("one that is missing twice is evicted, and recovered for that", () => {
    const { states, events } = runResults(ruleOf(), [series({ a: 60, b: 10 }), series({ b: 10 }), series({ b: 10 })]);
    expect(states).toEqual([["firing", "normal"], ["normal", "firing"], ["normal"]]);
    expect(told(events)).toEqual(["firing a value", "recovered a missing_series"]);
  });

  test("one that is back in time was never missing", () => {
    const { kinds } = runResults(ruleOf(), [series({ a: 60, b: 10 }), series({ b: 10 }), series({ a: 60, b: 10 }), series({ b: 10 })]);
    expect(kinds).toEqual(["firing"]);
  });

  test("an empty answer is no data for all and evicts none", () => {
    const { states } = runResults(ruleOf(), [series({ a: 60, b: 10 }), nothing, nothing, nothing, series({ a: 60, b: 10 })]);
    expect(states).toEqual([
      ["firing", "normal"],
      ["no_data", "no_data"],
      ["no_data", "no_data"],
      ["no_data", "no_data"],
      ["firing", "normal"],
    ]);
  });

  test("a partial answer evicts none", () => {
    const { kinds } = runResults(ruleOf({ missingSeriesEvaluations: 1 }), [series({ a: 60, b: 10 }), series({ b: 10 }, true)]);
    expect(kinds).toEqual(["firing"]);
  });

  test("an evicted one goes on counting its episodes when it is back", () => {
    const { events } = runResults(ruleOf({ missingSeriesEvaluations: 1 }), [
      series({ a: 60, b: 1 }),
      series({ b: 1 }),
      series({ a: 60, b: 1 }),
    ]);
    expect(events.map(({ kind, episode }) => `${kind} ${episode}`)).toEqual(["firing 1", "recovered 1", "firing 2"]);
  });

  test("an evicted one that never fired leaves nothing behind", () => {
    const { instances } = runResults(ruleOf({ missingSeriesEvaluations: 1 }), [series({ a: 1, b: 1 }), series({ b: 1 })]);
    expect(instances.map(({ key }) => key)).toEqual([seriesKey({ feature: "b" })]);
  });

  test("before any series is known the rule itself has the trouble, until there is one", () => {
    const { states, events } = runResults(ruleOf({ onError: "alert" }), [failure, series({ a: 10 })]);
    expect(states).toEqual([["firing"], ["normal"]]);
    expect(told(events)).toEqual(["firing  error", "recovered  missing_series"]);
  });

  test("two with the same labels are an error", () => {
    const twice: EvaluationResult = {
      kind: "series",
      series: [
        { labels: { x: "1", y: "2" }, value: 1 },
        { labels: { y: "2", x: "1" }, value: 2 },
      ],
    };
    const { events } = runResults(ruleOf(), [twice]);
    expect(events).toMatchObject([{ kind: "error", reason: expect.stringContaining("Two series have the same labels") }]);
  });

  test("a new one is left in peace for its grace, then waits like any other", () => {
    const { states } = runResults(
      ruleOf({ newSeriesGrace: "2m", for: "1m" }),
      [60, 60, 60, 60].map((a) => series({ a })),
    );
    expect(states.flat()).toEqual(["normal", "normal", "pending", "firing"]);
  });
});

test("what did not change is the same object", () => {
  const first = step({ rule: ruleOf(), previous: [], result: resultOf(60), now: START });
  const second = step({ rule: ruleOf(), previous: first.next, result: resultOf(60), now: START + MINUTE });
  expect(second.next[0]).toBe(first.next[0]);
  expect(second.events).toEqual([]);
});

test("a changed rule ends what fires and goes on counting", () => {
  const fired = runResults(ruleOf(), [resultOf(60)]).instances;
  const ended = reset({ previous: fired, cause: "rule_changed", now: START + MINUTE });
  expect(ended.events).toMatchObject([{ kind: "recovered", cause: "rule_changed", episode: 1, severity: "critical" }]);
  const again = step({ rule: ruleOf(), previous: ended.next, result: resultOf(60), now: START + 2 * MINUTE });
  expect(again.events).toMatchObject([{ kind: "firing", episode: 2 }]);
});

test("a stored state is read back as it was", () => {
  const { instances } = run({ for: "1m", keepFiringFor: "5m" }, [60, 60, 10, "error"]);
  expect(AlertInstance.array().parse(JSON.parse(JSON.stringify(instances)))).toEqual(instances);
});
