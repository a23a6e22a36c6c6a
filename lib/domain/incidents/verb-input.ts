import { z } from "zod";

const Comment = z.string().trim().max(10_000);
const Text = (what: string) => z.string(what).trim().min(1, what).max(10_000);

/** The bodies of the incident verbs, as people send them. */
export const AcknowledgeInput = z.object({ comment: Comment.optional() });
export const UnacknowledgeInput = z.object({});
export const ReopenInput = z.object({});
export const CommentInput = z.object({ text: Text("Write a comment.") });
export const ResolveInput = z.object({ reason: Text("Say in a few words why it is resolved."), comment: Comment.optional() });
export const SnoozeInput = z.object({ until: z.iso.datetime({ offset: true, error: "Write an instant such as 2026-01-01T00:00:00Z." }) });

/** Nobody is assigned with neither of the two. */
export const AssignInput = z
  .object({ user: z.string().min(1).nullable().optional(), team: z.string().min(1).nullable().optional() })
  .refine(({ user, team }) => !(user && team), { path: ["team"], error: "Assign to a person or to a team, not to both." });
