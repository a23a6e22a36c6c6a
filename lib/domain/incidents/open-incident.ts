import type { Severity } from "#lib/domain/alerts/severity";
import type { IncidentState } from "./incident.ts";
import type { Actor, TimelineEntry } from "./transition.ts";

/**
 * What the start of an episode means for the latest incident of its series: the next episode of one
 * that nobody has resolved, else a new incident. An episode starts only after the series was normal,
 * so one resolved while it still fires opens nothing by going on.
 */
export const onFiring = (latest: Pick<IncidentState, "workflow"> | null): "open" | "fired_again" =>
  latest && latest.workflow !== "resolved" ? "fired_again" : "open";

/** The first state of an incident, whose number the store gives, and the first line of its timeline. */
export function openIncident(args: { severity: Severity; rule: string; actor: Actor; now: Date }): {
  state: Omit<IncidentState, "number">;
  timelineEntry: TimelineEntry;
} {
  const { severity, rule, actor, now } = args;
  return {
    state: {
      severity,
      condition: "firing",
      workflow: "open",
      episode: 1,
      assignee: null,
      startedAt: now,
      recoveredAt: null,
      acknowledgedAt: null,
      acknowledgedBy: null,
      snoozedUntil: null,
      resolvedAt: null,
      resolvedBy: null,
      resolveReason: null,
    },
    timelineEntry: { time: now, kind: "opened", actor, text: `Opened as ${severity} by “${rule}”, episode 1` },
  };
}
