import type { Severity } from "#lib/domain/alerts/severity";
import { AppError } from "#lib/domain/errors";
import type { Assignee, IncidentState, TimelineKind } from "./incident.ts";

/** Who acts. `id` is null for Modelwatch itself. */
export type Actor = { kind: "user" | "token" | "system"; id: string | null; name: string };

export type PersonVerb =
  | { verb: "acknowledge"; comment?: string | undefined }
  | { verb: "unacknowledge" }
  | { verb: "assign"; assignee: Assignee | null }
  | { verb: "snooze"; until: Date }
  | { verb: "comment"; text: string }
  | { verb: "resolve"; reason: string; comment?: string | undefined }
  | { verb: "reopen" };

export type MachineVerb =
  | { verb: "fired_again"; severity: Severity }
  | { verb: "severity"; severity: Severity }
  | { verb: "recovered"; because?: string | undefined }
  | { verb: "wake" };

export type TimelineEntry = { time: Date; kind: TimelineKind; actor: Actor; text: string };
export type IncidentDecision = { changes: Partial<IncidentState>; timelineEntry: TimelineEntry };

type Outcome = { changes: Partial<IncidentState>; kind: TimelineKind; text: string };

/**
 * What a verb does to an incident: the fields that change and the line for its timeline. People's verbs
 * leave `condition` alone, the machine's leave `workflow` alone, but that `wake` ends a snooze.
 * Decide on a locked row: of two at once, the second is told who was first.
 * @throws AppError conflict when the present state does not allow it, invalid when a snooze ends in the past
 */
export function decide(incident: IncidentState, verb: PersonVerb | MachineVerb, actor: Actor, now: Date): IncidentDecision {
  const { changes, kind, text } = outcome(incident, verb, actor, now);
  return { changes, timelineEntry: { time: now, kind, actor, text } };
}

function outcome(incident: IncidentState, verb: PersonVerb | MachineVerb, actor: Actor, now: Date): Outcome {
  switch (verb.verb) {
    case "acknowledge":
      refuseResolved(incident);
      if (incident.workflow === "acknowledged")
        throw conflict(incident, `has already been acknowledged${byWhom(incident.acknowledgedBy, incident.acknowledgedAt)}`);
      return {
        changes: { workflow: "acknowledged", acknowledgedAt: now, acknowledgedBy: actor.name, snoozedUntil: null },
        kind: "acknowledged",
        text: verb.comment || "Acknowledged",
      };
    case "unacknowledge":
      refuseResolved(incident);
      if (incident.workflow !== "acknowledged") throw conflict(incident, `is ${incident.workflow}, not acknowledged`);
      return {
        changes: { workflow: "open", acknowledgedAt: null, acknowledgedBy: null },
        kind: "unacknowledged",
        text: "No longer acknowledged",
      };
    case "assign":
      refuseResolved(incident);
      if (isSame(incident.assignee, verb.assignee)) throw conflict(incident, `is already assigned to ${verb.assignee?.name ?? "nobody"}`);
      return { changes: { assignee: verb.assignee }, kind: "assigned", text: `Assigned to ${verb.assignee?.name ?? "nobody"}` };
    case "snooze":
      refuseResolved(incident);
      if (verb.until <= now)
        throw new AppError("invalid", "A snooze must end in the future.", {
          errors: [{ path: "until", message: "Must be in the future." }],
        });
      return { changes: { workflow: "snoozed", snoozedUntil: verb.until }, kind: "snoozed", text: `Snoozed until ${instant(verb.until)}` };
    case "comment":
      return { changes: {}, kind: "commented", text: verb.text };
    case "resolve":
      refuseResolved(incident);
      return {
        changes: { workflow: "resolved", resolvedAt: now, resolvedBy: actor.name, resolveReason: verb.reason, snoozedUntil: null },
        kind: "resolved",
        text: verb.comment ? `${verb.reason}: ${verb.comment}` : verb.reason,
      };
    case "reopen":
      if (incident.workflow !== "resolved") throw conflict(incident, `is ${incident.workflow}, not resolved`);
      return {
        changes: { workflow: "open", resolvedAt: null, resolvedBy: null, resolveReason: null, acknowledgedAt: null, acknowledgedBy: null },
        kind: "reopened",
        text: "Reopened",
      };
    case "wake":
      if (incident.workflow !== "snoozed") throw conflict(incident, `is ${incident.workflow}, not snoozed`);
      return {
        changes: { workflow: incident.acknowledgedAt ? "acknowledged" : "open", snoozedUntil: null },
        kind: "woke",
        text: "The snooze is over",
      };
    case "fired_again": {
      if (incident.workflow === "resolved" || incident.condition === "firing")
        throw conflict(incident, `is ${incident.workflow} and ${incident.condition}; it can not fire again`);
      const episode = incident.episode + 1;
      return {
        changes: { condition: "firing", severity: verb.severity, episode, recoveredAt: null },
        kind: "fired_again",
        text: `Firing again as ${verb.severity}, episode ${episode}`,
      };
    }
    case "severity":
      if (incident.severity === verb.severity) throw conflict(incident, `is ${verb.severity} already`);
      return {
        changes: { severity: verb.severity },
        kind: "severity",
        text: verb.severity === "critical" ? "Raised from warning to critical" : "Eased from critical to warning",
      };
    case "recovered":
      if (incident.condition === "recovered") throw conflict(incident, `has already recovered${byWhom(null, incident.recoveredAt)}`);
      return { changes: { condition: "recovered", recoveredAt: now }, kind: "recovered", text: verb.because ?? "Recovered" };
  }
}

function refuseResolved(incident: IncidentState): void {
  if (incident.workflow === "resolved")
    throw conflict(incident, `has already been resolved${byWhom(incident.resolvedBy, incident.resolvedAt)}. Reopen it first`);
}

const conflict = ({ number }: IncidentState, what: string) => new AppError("conflict", `Incident #${number} ${what}.`);

const byWhom = (name: string | null, at: Date | null) => `${name ? ` by ${name}` : ""}${at ? ` at ${instant(at)}` : ""}`;

/** 2022-04-08 02:04 UTC: timelines and errors are read by people of all time zones. */
const instant = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const isSame = (a: Assignee | null, b: Assignee | null) => a?.kind === b?.kind && a?.id === b?.id;
