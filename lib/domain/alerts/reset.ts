import { type AlertEvent, type Cause, eventsBetween } from "./event.ts";
import type { AlertInstance } from "./instance.ts";

/**
 * Ends every series of a rule whose meaning was changed (see `ruleHash`), or that was switched off or
 * deleted: what fires is recovered with that cause. Episode numbers go on.
 */
export function reset(args: {
  previous: readonly AlertInstance[];
  cause: Extract<Cause, "rule_changed" | "rule_disabled" | "rule_deleted">;
  now: number;
}): { next: AlertInstance[]; events: AlertEvent[] } {
  const { previous, cause, now } = args;
  const pairs = previous.map((before): [AlertInstance, AlertInstance] => [
    before,
    before.evictedAt === null ? { ...before, phase: { name: "normal" }, trouble: null, evictedAt: now } : before,
  ]);
  return {
    next: pairs.map(([, after]) => after).filter(({ episodes }) => episodes > 0),
    events: pairs.flatMap(([before, after]) => eventsBetween(before, after, { time: now, value: null, cause })),
  };
}
