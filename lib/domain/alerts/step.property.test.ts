import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AlertEvent } from "./event.ts";
import { AlertInstance, inEpisode } from "./instance.ts";
import type { EvaluationResult } from "./reading.ts";
import { AlertRuleInput } from "./rule.ts";
import { step } from "./step.ts";
import { type StepRule, stepRule } from "./step-rule.ts";

const delay = fc.constantFrom("0s", "1m", "2m", "3m");
const rule = fc
  .record({
    for: delay,
    keepFiringFor: delay,
    noData: fc.constantFrom("no_data", "alert", "ok", "keep"),
    noDataFor: delay,
    onError: fc.constantFrom("error", "alert", "ok", "keep"),
    onErrorFor: delay,
    newSeriesGrace: delay,
    missingSeriesEvaluations: fc.integer({ min: 1, max: 3 }),
    recovery: fc.constantFrom(undefined, 10, 45),
    minimumSamples: fc.constant(10),
  })
  .map(
    ({ recovery, ...part }): StepRule =>
      stepRule(
        AlertRuleInput.parse({
          name: "r",
          query: { kind: "kpi", kpi: "k" },
          condition: { operator: "above", critical: 50, warning: 20, recovery },
          ...part,
        }),
      ),
  );

const oneSeries = (name: string) =>
  fc.record({
    labels: fc.constant({ name }),
    value: fc.oneof(fc.integer({ min: 0, max: 70 }), fc.constant(null)),
    samples: fc.constantFrom(undefined, 5, 50),
    degraded: fc.constantFrom(undefined, true),
  });
const series = fc
  .record({ a: fc.option(oneSeries("a")), b: fc.option(oneSeries("b")) })
  .map(({ a, b }): EvaluationResult => ({ kind: "series", series: [a, b].flatMap((one) => (one ? [one] : [])) }));
const failure = fc.constant<EvaluationResult>({ kind: "error", message: "timeout" });
const history = fc.array(fc.oneof({ weight: 4, arbitrary: series }, { weight: 1, arbitrary: failure }), { maxLength: 25 });

type Moment = { result: EvaluationResult; before: AlertInstance[]; after: AlertInstance[]; events: AlertEvent[] };

function play(
  rule: StepRule,
  results: readonly EvaluationResult[],
  store: (state: AlertInstance[]) => AlertInstance[] = (state) => state,
): Moment[] {
  let state: AlertInstance[] = [];
  return results.map((result, i) => {
    const before = store(state);
    const { next, events } = step({ rule, previous: before, result, now: i * 60_000 });
    state = next;
    return { result, before, after: next, events };
  });
}

describe("whatever the rule and whatever it sees", () => {
  test("a restart between any two evaluations changes nothing", () => {
    const restart = (state: AlertInstance[]) => AlertInstance.array().parse(JSON.parse(JSON.stringify(state)));
    fc.assert(
      fc.property(rule, history, (r, results) => {
        expect(play(r, results, restart)).toEqual(play(r, results));
      }),
    );
  });

  test("firing and recovered alternate in every series, and episodes count up by one", () => {
    fc.assert(
      fc.property(rule, history, (r, results) => {
        const open = new Map<string, number>();
        const last = new Map<string, number>();
        for (const event of play(r, results).flatMap(({ events }) => events)) {
          if (event.kind === "firing") {
            expect(open.has(event.key)).toBe(false);
            expect(event.episode).toBe((last.get(event.key) ?? 0) + 1);
            open.set(event.key, event.episode);
            last.set(event.key, event.episode);
          }
          if (event.kind === "recovered") {
            expect(open.get(event.key)).toBe(event.episode);
            open.delete(event.key);
          }
        }
      }),
    );
  });

  test("nothing recovers but by a full and sufficient value, by leaving a full answer, or by a policy that says ok", () => {
    fc.assert(
      fc.property(rule, history, (r, results) => {
        for (const { result, events } of play(r, results)) {
          for (const event of events.filter(({ kind }) => kind === "recovered")) {
            const cause = "cause" in event ? event.cause : null;
            if (result.kind === "error") {
              expect([r.onError, cause]).toEqual(["ok", "error"]);
              continue;
            }
            if (cause === "missing_series") {
              expect(result.series.length).toBeGreaterThan(0);
              expect(result.series.some(({ degraded }) => degraded)).toBe(false);
              continue;
            }
            const seen = result.series.find(({ labels }) => JSON.stringify(labels) === event.key);
            expect(seen?.degraded).not.toBe(true);
            if (cause === "no_data") expect(r.noData).toBe("ok");
            else expect([seen?.value === null, (seen?.samples ?? 50) < 10]).toEqual([false, false]);
          }
        }
      }),
    );
  });

  test("a bad value of a known series fires at once where there is nothing to wait for", () => {
    fc.assert(
      fc.property(rule, history, (r, results) => {
        const eager = { ...r, forMs: 0, newSeriesGraceMs: 0 };
        for (const { result, after } of play(eager, results)) {
          const bad =
            result.kind === "series" ? result.series.filter(({ value, samples }) => (value ?? 0) > 20 && (samples ?? 50) >= 10) : [];
          for (const { labels } of bad) {
            const instance = after.find(({ key }) => key === JSON.stringify(labels));
            expect(instance?.phase.name).toBe("firing");
            expect(instance?.trouble).toBeNull();
          }
        }
      }),
    );
  });

  test("an episode is open exactly between its events, and an unchanged state tells nothing", () => {
    fc.assert(
      fc.property(rule, history, (r, results) => {
        const open = new Set<string>();
        for (const { before, after, events } of play(r, results)) {
          for (const { kind, key } of events) {
            if (kind === "firing") open.add(key);
            if (kind === "recovered") open.delete(key);
          }
          expect(new Set(after.filter(inEpisode).map(({ key }) => key))).toEqual(open);
          const same = new Set(after.filter((instance) => before.includes(instance)).map(({ key }) => key));
          expect(events.filter(({ key }) => same.has(key))).toEqual([]);
        }
      }),
    );
  });
});
