import "server-only";
import { z } from "zod";
import { findPerson, listPeople as readPeople } from "#lib/db/people";
import type { PendingInvitation, Person } from "#lib/domain/access/person";
import { operation } from "../operation.ts";

export const listPeople = operation({
  permission: "person:read",
  effect: "read",
  summary: "People and their roles",
  input: z.object({}),
  run: async ({ ctx }): Promise<{ items: Person[]; nextCursor: null }> => ({
    items: await readPeople(ctx.db, ctx.scope),
    nextCursor: null,
  }),
});

export const getPerson = operation({
  permission: "person:read",
  effect: "read",
  summary: "One person, by id or e-mail address",
  input: z.object({ id: z.string().max(320) }),
  run: ({ ctx, input }): Promise<Person> => findPerson(ctx.db, ctx.scope, input.id),
});

export const listInvitations = operation({
  permission: "person:read",
  effect: "read",
  summary: "Invitations that are still open",
  input: z.object({}),
  run: async ({ ctx }): Promise<{ items: PendingInvitation[]; nextCursor: null }> => {
    const rows = await ctx.db.invitation.findMany({
      where: { usedAt: null, revokedAt: null, expiresAt: { gt: ctx.now }, ...(ctx.scope.teamId ? { teamId: ctx.scope.teamId } : {}) },
      include: { team: true },
      orderBy: { createdAt: "desc" },
    });
    const items = rows.map((row) => ({
      id: row.id,
      name: row.email ?? "anyone with the link",
      email: row.email,
      role: row.role,
      team: row.team?.name ?? null,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
    return { items, nextCursor: null };
  },
});
