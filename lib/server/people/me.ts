import "server-only";
import { z } from "zod";
import { findPerson } from "#lib/db/people";
import { permissionsOf } from "#lib/domain/access/permissions";
import { Password } from "#lib/domain/access/person";
import { AppError } from "#lib/domain/errors";
import { hashPassword, passwordMatches } from "../access/password.ts";
import { operation } from "../operation.ts";

/** Who I am and what I may do; for a token, the token. */
export const readMe = operation({
  permission: "self:write",
  effect: "read",
  summary: "Who I am and what I may do",
  input: z.object({}),
  run: async ({ ctx }) => ({
    actor: { kind: ctx.actor.kind, id: ctx.actor.id, name: ctx.actor.name, role: ctx.actor.role },
    permissions: permissionsOf(ctx.actor.role),
    person: ctx.actor.kind === "user" ? await findPerson(ctx.db, { teamId: null }, ctx.actor.id) : null,
  }),
});

export const changeOwnPassword = operation({
  permission: "self:write",
  effect: "write",
  summary: "Change one's own password; other sessions end",
  input: z.object({ current: z.string().max(1000), password: Password }),
  run: async ({ ctx, input }) => {
    const user = ctx.actor.kind === "user" ? await ctx.db.user.findUnique({ where: { id: ctx.actor.id } }) : null;
    if (!user?.passwordHash) throw new AppError("conflict", "Only a person who signs in with a password can change it.");
    if (!(await passwordMatches(input.current, user.passwordHash)))
      throw new AppError("invalid", "current: This is not your present password.", {
        errors: [{ path: "current", message: "This is not your present password." }],
      });
    await ctx.db.user.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(input.password), sessionEpoch: { increment: 1 } },
    });
    await ctx.audit({ action: "person.password", noun: "person", id: user.id, name: user.email });
  },
});

export const endOwnSessions = operation({
  permission: "self:write",
  effect: "write",
  summary: "Sign out everywhere",
  input: z.object({}),
  run: async ({ ctx }) => {
    if (ctx.actor.kind !== "user") throw new AppError("conflict", "A token has no sessions. Revoke it instead.");
    await ctx.db.user.update({ where: { id: ctx.actor.id }, data: { sessionEpoch: { increment: 1 } } });
    await ctx.audit({ action: "session.end-all", noun: "person", id: ctx.actor.id, name: ctx.actor.name });
  },
});
