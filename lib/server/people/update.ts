import "server-only";
import { z } from "zod";
import { findPerson, keepAnAdministrator } from "#lib/db/people";
import { RoleName } from "#lib/domain/access/person";
import { AppError } from "#lib/domain/errors";
import { newSecret, publicUrl } from "../access/secret-link.ts";
import { operation } from "../operation.ts";
import { grantable } from "./invite.ts";

const day = 86_400_000;

export const updatePerson = operation({
  permission: "person:write",
  effect: "write",
  summary: "Change a person's role, team or standing",
  input: z.object({
    id: z.string().max(320),
    role: RoleName.optional(),
    team: z.string().nullable().optional(),
    disabled: z.boolean().optional(),
    name: z.string().trim().min(1).max(200).optional(),
  }),
  run: async ({ ctx, input }) => {
    const before = await findPerson(ctx.db, ctx.scope, input.id);
    const role = input.role ?? before.role;
    const team = input.team === undefined ? (before.team?.slug ?? null) : input.team;
    const teamId = await grantable(ctx, role, team);
    await grantable(ctx, before.role, before.team?.slug ?? null);
    const disabled = input.disabled ?? before.disabled;
    if (disabled && before.id === ctx.actor.id) throw new AppError("conflict", "You cannot disable yourself. Ask another administrator.");
    if (before.role === "admin" && !before.team && !before.disabled && (role !== "admin" || disabled || teamId))
      await keepAnAdministrator(ctx.db, before.id);
    await ctx.db.user.update({
      where: { id: before.id },
      data: {
        role,
        teamId,
        ...(input.name ? { name: input.name } : {}),
        disabledAt: disabled ? ctx.now : null,
        // A disabled person's sessions end now, and do not come back with the account.
        ...(disabled && !before.disabled ? { sessionEpoch: { increment: 1 } } : {}),
      },
    });
    const after = await findPerson(ctx.db, ctx.scope, before.id);
    await ctx.audit({ action: "person.update", noun: "person", id: before.id, name: before.email, before, after });
    return after;
  },
});

export const resetPassword = operation({
  permission: "person:write",
  effect: "write",
  summary: "Make a link with which a person sets a new password",
  input: z.object({ id: z.string().max(320) }),
  run: async ({ ctx, input }) => {
    const person = await findPerson(ctx.db, ctx.scope, input.id);
    await grantable(ctx, person.role, person.team?.slug ?? null);
    const { secret, hash } = newSecret("mwr");
    const expiresAt = new Date(ctx.now.getTime() + day);
    await ctx.db.invitation.create({
      data: {
        kind: "reset",
        tokenHash: hash,
        email: person.email,
        role: person.role,
        createdBy: ctx.actor.name,
        createdAt: ctx.now,
        expiresAt,
      },
    });
    await ctx.audit({ action: "person.reset-password", noun: "person", id: person.id, name: person.email });
    return { url: `${publicUrl()}/join/${secret}`, expiresAt: expiresAt.toISOString() };
  },
});
