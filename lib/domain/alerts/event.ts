import { type AlertInstance, inEpisode, type Labels, severityOf } from "./instance.ts";
import { isWorse, type Severity } from "./severity.ts";

/**
 * What brought a change about: a measured value, a policy for no data or errors, a series that went
 * away, or a person who changed, switched off or deleted the rule.
 */
export type Cause = "value" | "no_data" | "error" | "missing_series" | "rule_changed" | "rule_disabled" | "rule_deleted";

/**
 * Something that happened to a series at one evaluation; `time` is epoch milliseconds, `episode` the
 * number of the latest episode (0 = it has never fired).
 * - `pending` and `cleared`: the wait for `for` began, or ended without firing
 * - `firing` and `recovered`: an episode began, ended; these alternate
 * - `severity`: it got worse or eased within its episode
 * - `recovering` and `resumed`: `keepFiringFor` began to run, or was broken off by a bad value
 * - `no_data`, `error` and `restored`: the value went out of sight, or came back
 */
export type AlertEvent = {
  key: string;
  labels: Labels;
  time: number;
  value: number | null;
  severity: Severity | null;
  episode: number;
} & (
  | { kind: "pending" | "cleared" | "firing" | "recovering" | "resumed" | "recovered"; cause: Cause }
  | { kind: "severity"; from: Severity; raised: boolean; cause: Cause }
  | { kind: "no_data" | "error"; reason: string }
  | { kind: "restored" }
);
export type AlertEventKind = AlertEvent["kind"];

/** What happened between two states of one series. */
export function eventsBetween(
  before: AlertInstance,
  after: AlertInstance,
  at: { time: number; value: number | null; cause: Cause },
): AlertEvent[] {
  if (before === after) return [];
  const base = {
    key: after.key,
    labels: after.labels,
    time: at.time,
    value: at.value,
    severity: severityOf(after) ?? severityOf(before),
    episode: after.episodes,
  };
  const events: AlertEvent[] = [];
  const hidden = { before: before.trouble?.shown ? before.trouble : null, after: after.trouble?.shown ? after.trouble : null };
  if (hidden.before && !hidden.after && after.evictedAt === null) events.push({ ...base, kind: "restored" });
  const kind = phaseEvent(before, after);
  if (kind) events.push({ ...base, kind, cause: at.cause });
  const [from, to] = [severityOf(before), severityOf(after)];
  if (from && to && from !== to && inEpisode(before) && inEpisode(after))
    events.push({ ...base, kind: "severity", from, raised: isWorse(to, from), cause: at.cause });
  if (hidden.after && (hidden.before?.kind !== hidden.after.kind || hidden.before.reason !== hidden.after.reason))
    events.push({ ...base, kind: hidden.after.kind, reason: hidden.after.reason });
  return events;
}

function phaseEvent(
  before: AlertInstance,
  after: AlertInstance,
): "pending" | "cleared" | "firing" | "recovering" | "resumed" | "recovered" | null {
  const [from, to] = [before.phase.name, after.phase.name];
  if (from === to) return null;
  if (to === "normal") return inEpisode(before) ? "recovered" : "cleared";
  if (to === "firing") return from === "recovering" ? "resumed" : "firing";
  return to;
}
