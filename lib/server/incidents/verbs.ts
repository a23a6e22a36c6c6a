import "server-only";
import type { z } from "zod";
import { findPerson } from "#lib/db/people";
import { AppError } from "#lib/domain/errors";
import type { Assignee } from "#lib/domain/incidents/incident";
import {
  AcknowledgeInput,
  AssignInput,
  CommentInput,
  ReopenInput,
  ResolveInput,
  SnoozeInput,
  UnacknowledgeInput,
} from "#lib/domain/incidents/verb-input";
import type { Context } from "../context.ts";
import { incidentVerb } from "./incident-verb.ts";

const permission = "incident:write" as const;

export const acknowledgeIncident = incidentVerb({
  permission,
  summary: "Acknowledge: somebody is on it",
  name: "acknowledge",
  body: AcknowledgeInput,
  verb: ({ comment }) => ({ verb: "acknowledge", comment }),
});

export const unacknowledgeIncident = incidentVerb({
  permission,
  summary: "Take an acknowledgement back",
  name: "unacknowledge",
  body: UnacknowledgeInput,
  verb: () => ({ verb: "unacknowledge" }),
});

async function assigneeOf(ctx: Context, input: z.output<typeof AssignInput>): Promise<Assignee | null> {
  if (input.user) {
    const person = await findPerson(ctx.db, { teamId: null }, input.user);
    if (person.disabled) throw new AppError("conflict", `${person.name} is disabled and cannot be assigned.`);
    return { kind: "user", id: person.id, name: person.name };
  }
  if (!input.team) return null;
  const team = await ctx.db.team.findUnique({ where: { slug: input.team } });
  if (!team) throw new AppError("not_found", `There is no team ${input.team}.`);
  return { kind: "team", id: team.slug, name: team.name };
}

export const assignIncident = incidentVerb({
  permission,
  summary: "Assign to a person or a team",
  name: "assign",
  body: AssignInput,
  verb: async (input, ctx) => ({ verb: "assign", assignee: await assigneeOf(ctx, input) }),
});

export const snoozeIncident = incidentVerb({
  permission,
  summary: "Snooze until a time",
  name: "snooze",
  body: SnoozeInput,
  verb: ({ until }) => ({ verb: "snooze", until: new Date(until) }),
});

export const commentIncident = incidentVerb({
  permission: "incident:comment",
  summary: "Comment",
  name: "comment",
  body: CommentInput,
  verb: ({ text }) => ({ verb: "comment", text }),
});

export const resolveIncident = incidentVerb({
  permission,
  summary: "Resolve with a reason",
  name: "resolve",
  body: ResolveInput,
  verb: ({ reason, comment }) => ({ verb: "resolve", reason, comment }),
});

export const reopenIncident = incidentVerb({
  permission,
  summary: "Reopen what was resolved",
  name: "reopen",
  body: ReopenInput,
  verb: () => ({ verb: "reopen" }),
});
