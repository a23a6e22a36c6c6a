import { z } from "zod";
import { Severity } from "#lib/domain/alerts/severity";

/** What the machine sees, and what people do about it. Neither ever changes the other. */
export const IncidentCondition = z.enum(["firing", "recovered"]);
export const IncidentWorkflow = z.enum(["open", "acknowledged", "snoozed", "resolved"]);
export type IncidentCondition = z.infer<typeof IncidentCondition>;
export type IncidentWorkflow = z.infer<typeof IncidentWorkflow>;

/** `woke` is the end of a snooze. */
export const TimelineKind = z.enum([
  "opened",
  "fired_again",
  "severity",
  "recovered",
  "acknowledged",
  "unacknowledged",
  "assigned",
  "snoozed",
  "woke",
  "commented",
  "escalated",
  "notified",
  "resolved",
  "reopened",
  "merged",
]);
export type TimelineKind = z.infer<typeof TimelineKind>;

const Time = z.iso.datetime({ offset: true });

/** One line of an incident's story; `actor` is the person's name, null where Modelwatch itself acted. */
export const IncidentTimelineEntry = z.object({ time: Time, kind: TimelineKind, actor: z.string().nullable(), text: z.string() });

/** An incident as the API answers it. `model` is a slug, `rule` an id, `assignee` the id of a person or the slug of a team. */
export const Incident = z.object({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  title: z.string(),
  severity: Severity,
  condition: IncidentCondition,
  workflow: IncidentWorkflow,
  model: z.string().nullable(),
  rule: z.string().nullable(),
  assignee: z.string().nullable(),
  assigneeName: z.string().nullable(),
  labels: z.record(z.string(), z.string()),
  episode: z.int(),
  startedAt: Time,
  recoveredAt: Time.nullable(),
  acknowledgedAt: Time.nullable(),
  snoozedUntil: Time.nullable(),
  resolvedAt: Time.nullable(),
  resolveReason: z.string().nullable(),
  timeline: z.array(IncidentTimelineEntry),
});
export type Incident = z.infer<typeof Incident>;

/** The facts that decide what may happen to an incident next. */
export type IncidentState = {
  number: number;
  severity: Severity;
  condition: IncidentCondition;
  workflow: IncidentWorkflow;
  episode: number;
  assignee: Assignee | null;
  startedAt: Date;
  recoveredAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  snoozedUntil: Date | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  resolveReason: string | null;
};

export type Assignee = { kind: "user" | "team"; id: string; name: string };
