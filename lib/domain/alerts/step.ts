import { evaluate, measure, worstLevel } from "./condition.ts";
import { type AlertEvent, eventsBetween } from "./event.ts";
import { type AlertInstance, inEpisode, type Trouble } from "./instance.ts";
import { advance, type Verdict } from "./phase.ts";
import { type EvaluationResult, type Reading, readingsOf } from "./reading.ts";
import type { StepRule } from "./step-rule.ts";

/**
 * One evaluation of a rule at `now` (epoch milliseconds): the state of every series afterwards and
 * what happened. An instance that did not change is the same object, so that only the others need
 * to be written. Two series with the same labels make the whole result an error.
 */
export function step(args: { rule: StepRule; previous: readonly AlertInstance[]; result: EvaluationResult; now: number }): {
  next: AlertInstance[];
  events: AlertEvent[];
} {
  const { rule, previous, now } = args;
  const readings = readingsOf(args);
  const events: AlertEvent[] = [];
  const next: AlertInstance[] = [];
  for (const [before, reading] of readings) {
    const after = unlessSame(before, apply(before, reading, rule, now));
    events.push(...eventsBetween(before, after, { time: now, value: reading.value, cause: reading.cause }));
    // Episode numbers go on when an evicted series comes back; one that never fired has nothing to remember.
    if (after.evictedAt === null || after.episodes > 0) next.push(after);
  }
  const seen = new Set(readings.map(([{ key }]) => key));
  return { next: [...next, ...previous.filter(({ key }) => !seen.has(key))], events };
}

function apply(before: AlertInstance, reading: Reading, rule: StepRule, now: number): AlertInstance {
  const seen = { ...before, missedEvaluations: 0 };
  switch (reading.kind) {
    case "missing":
      return reading.evict
        ? { ...before, phase: { name: "normal" }, trouble: null, evictedAt: now }
        : { ...before, missedEvaluations: before.missedEvaluations + 1 };
    case "not_enough_data":
      return {
        ...seen,
        trouble: { ...lasting(before.trouble, { kind: "no_data", reason: "not_enough_data", since: now, shown: true }), shown: true },
      };
    case "no_data":
      return withTrouble(seen, { kind: "no_data", reason: "no_data", since: now, shown: false }, rule, !reading.degraded, now);
    case "error":
      return withTrouble(seen, { kind: "error", reason: reading.message, since: now, shown: false }, rule, true, now);
    case "value": {
      const held = before.phase.name === "firing" ? before.phase.level : "none";
      const level = evaluate(rule.condition, measure(rule.condition, reading.value, before.value), held);
      return decided({ ...seen, trouble: null, value: reading.value }, { level, mayRecover: !reading.degraded }, rule, now);
    }
  }
}

/** No data or an error, once it has lasted as long as its policy waits. Until then everything stays as it was. */
function withTrouble(instance: AlertInstance, found: Trouble, rule: StepRule, mayRecover: boolean, now: number): AlertInstance {
  const [policy, delayMs] = found.kind === "error" ? [rule.onError, rule.onErrorForMs] : [rule.noData, rule.noDataForMs];
  const trouble = lasting(instance.trouble, found);
  const hidden = { ...instance, trouble: { ...trouble, shown: false } };
  const shows = policy === "error" || policy === "no_data";
  // What was out of sight for one reason stays so while the clock of another one runs.
  if (now - trouble.since < delayMs)
    return shows ? { ...instance, trouble: { ...trouble, shown: instance.trouble?.shown ?? false } } : hidden;
  switch (policy) {
    case "alert":
      return decided(hidden, { level: worstLevel(rule.condition), mayRecover: false }, rule, now);
    case "ok":
      return decided(hidden, { level: "none", mayRecover }, rule, now);
    case "keep":
      return instance.phase.name === "pending" ? decided(hidden, { level: instance.phase.level, mayRecover: false }, rule, now) : hidden;
    case "error":
      return { ...instance, trouble: { ...trouble, shown: true } };
    case "no_data":
      // Nobody can say that the condition held all the while, so the wait starts again. An episode beneath stays.
      return {
        ...instance,
        phase: instance.phase.name === "pending" ? { name: "normal" } : instance.phase,
        trouble: { ...trouble, shown: true },
      };
  }
}

/** The same trouble as before keeps its beginning and, as the text of an error may differ each time, its first text. */
function lasting(before: Trouble | null, found: Trouble): Trouble {
  const same = before?.kind === found.kind && (found.kind === "error" || before.reason === found.reason);
  return same ? before : found;
}

/** The instance after a verdict; a series newer than the rule's grace can not begin to be bad. */
function decided(instance: AlertInstance, verdict: Verdict, rule: StepRule, now: number): AlertInstance {
  const isNew = instance.phase.name === "normal" && now - instance.firstSeenAt < rule.newSeriesGraceMs;
  const phase = advance(instance.phase, isNew ? { ...verdict, level: "none" } : verdict, rule, now);
  const begins = phase.name === "firing" && !inEpisode(instance);
  return { ...instance, phase, episodes: instance.episodes + (begins ? 1 : 0) };
}

function unlessSame(before: AlertInstance, after: AlertInstance): AlertInstance {
  const same =
    before.phase === after.phase &&
    before.value === after.value &&
    before.missedEvaluations === after.missedEvaluations &&
    before.evictedAt === after.evictedAt &&
    (before.trouble === after.trouble || JSON.stringify(before.trouble) === JSON.stringify(after.trouble));
  return same ? before : after;
}
