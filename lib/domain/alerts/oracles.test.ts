import { describe, expect, test } from "vitest";
import { alertVectors } from "#lib/testing/alert-vectors";
import { type AlertInstance, newInstance, stateOf } from "./instance.ts";
import { preview } from "./preview.ts";
import { AlertRuleInput } from "./rule.ts";
import { step } from "./step.ts";
import { type StepRule, stepRule } from "./step-rule.ts";

/** Bad is 1, good is 0. */
function ruleOf(part: { forSeconds: number; keepSeconds?: number; onError?: string }): StepRule {
  return stepRule(
    AlertRuleInput.parse({
      name: "r",
      query: { kind: "kpi", kpi: "k" },
      condition: { operator: "above", critical: 0.5 },
      for: `${part.forSeconds}s`,
      keepFiringFor: `${part.keepSeconds ?? 0}s`,
      onError: part.onError ?? "error",
    }),
  );
}

describe("Prometheus' own tests of its alerting rules", () => {
  test.each(alertVectors.prometheus_rule)("$src: $case", ({ for_s, keep_s, times_s, cond, expect: expected }) => {
    const points = times_s.map((seconds, i) => ({ time: seconds * 1000, value: Number(cond[i]) }));
    const { evaluations, episodes } = preview({
      rule: ruleOf({ forSeconds: for_s, keepSeconds: keep_s }),
      series: [{ labels: {}, points }],
    });
    const ends = new Set(episodes.map(({ end }) => (end === null ? null : Date.parse(end))));
    const told = evaluations.map(({ state, time }) => {
      if (ends.has(Date.parse(time))) return "resolved";
      // Prometheus has no state of its own for what keep_firing_for holds.
      return state === "recovering" ? "firing" : state === "normal" ? "-" : state;
    });
    expect(told).toEqual(expected);
  });
});

describe("a restart while waiting", () => {
  // Prometheus loses its clock, reads it back and moves it by the outage. Ours is part of the state,
  // so the wait goes on in the time of the clock on the wall, as between two evaluations far apart.
  test.each(alertVectors.prometheus_restore)(
    "$kind from $active_at_s s, back at $restore_at_s s: the wait ends when it would have",
    (vector) => {
      const rule = ruleOf({ forSeconds: vector.for_s });
      const bad = (seconds: number, previous: AlertInstance[]) =>
        step({ rule, previous, result: { kind: "series", series: [{ labels: {}, value: 1 }] }, now: seconds * 1000 }).next;
      const state: AlertInstance[] = JSON.parse(JSON.stringify(bad(vector.down_at_s, bad(vector.active_at_s, []))));
      const due = vector.active_at_s + vector.for_s;
      const after = bad(vector.restore_at_s, state);
      expect(after.map(stateOf)).toEqual([vector.restore_at_s >= due ? "firing" : "pending"]);
      expect(bad(Math.max(due, vector.restore_at_s), after).map(stateOf)).toEqual(["firing"]);
    },
  );
});

/** Where our messages differ from Grafana's on purpose: seconds at which something is told, and why. */
const otherMessages: Record<string, { toldAt: number[]; why: string }> = {
  G7: { toldAt: [30, 40], why: "that the data went away is told when it happens, not when a resend is due" },
  G14: { toldAt: [20], why: "what goes on firing is not told again and again" },
};

describe("Grafana's own tests of its state manager", () => {
  const names = { normal: "Normal", pending: "Pending", firing: "Alerting", recovering: "Recovering", no_data: "NoData", error: "Error" };
  const values = { N: 0, A: 1, ND: null, E: "error" } as const;

  test.each(alertVectors.grafana_state)("$src: $case $evals", (vector) => {
    const rule = ruleOf({
      forSeconds: vector.for_s,
      keepSeconds: vector.keep_s,
      onError: vector.exec_err === "Alerting" ? "alert" : "error",
    });
    const points = vector.evals.map((name, i) => ({ time: (i + 1) * vector.interval_s * 1000, value: values[name] }));
    const { evaluations } = preview({ rule, series: [{ labels: {}, points }] });
    expect(evaluations.map(({ state }) => names[state])).toEqual(vector.expect_states);
  });

  test.each(alertVectors.grafana_state)("$case tells the same, or differs for a reason", (vector) => {
    const rule = ruleOf({
      forSeconds: vector.for_s,
      keepSeconds: vector.keep_s,
      onError: vector.exec_err === "Alerting" ? "alert" : "error",
    });
    let instances: AlertInstance[] = [newInstance({}, 0)];
    const toldAt = vector.evals.flatMap((name, i) => {
      const value = values[name];
      const result =
        value === "error" ? ({ kind: "error", message: "x" } as const) : ({ kind: "series", series: [{ labels: {}, value }] } as const);
      const seconds = (i + 1) * vector.interval_s;
      const { next, events } = step({ rule, previous: instances, result, now: seconds * 1000 });
      instances = next;
      return events.some(({ kind }) => ["firing", "recovered", "no_data", "error"].includes(kind)) ? [seconds] : [];
    });
    expect(toldAt).toEqual(otherMessages[vector.case]?.toldAt ?? vector.expect_sent_at_s);
  });
});
