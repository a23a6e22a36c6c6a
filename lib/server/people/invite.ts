import "server-only";
import { z } from "zod";
import { teamIdOf } from "#lib/db/people";
import { mayGrant } from "#lib/domain/access/permissions";
import { Email, RoleName } from "#lib/domain/access/person";
import { AppError } from "#lib/domain/errors";
import { newSecret, publicUrl } from "../access/secret-link.ts";
import type { Context } from "../context.ts";
import { operation } from "../operation.ts";

const week = 7 * 86_400_000;

/** A person bound to one team may let people into that team only, with at most their own role. */
export async function grantable(ctx: Context, role: z.infer<typeof RoleName>, team: string | null | undefined): Promise<string | null> {
  if (!mayGrant(ctx.actor.role, role)) throw new AppError("forbidden", `You cannot give the role ${role}: it is more than your own.`);
  const teamId = await teamIdOf(ctx.db, team);
  if (ctx.scope.teamId && teamId !== ctx.scope.teamId) throw new AppError("forbidden", "You can let people into your own team only.");
  return teamId;
}

export const invitePerson = operation({
  permission: "person:write",
  effect: "write",
  summary: "Invite a person by link",
  input: z.object({ email: Email.optional(), role: RoleName, team: z.string().nullish() }),
  run: async ({ ctx, input }) => {
    const teamId = await grantable(ctx, input.role, input.team);
    if (input.email && (await ctx.db.user.findUnique({ where: { email: input.email } })))
      throw new AppError("conflict", `${input.email} has an account already. Change the role in the list instead.`);
    const { secret, hash } = newSecret("mwi");
    const row = await ctx.db.invitation.create({
      data: {
        kind: "invite",
        tokenHash: hash,
        email: input.email ?? null,
        role: input.role,
        teamId,
        createdBy: ctx.actor.name,
        createdAt: ctx.now,
        expiresAt: new Date(ctx.now.getTime() + week),
      },
    });
    await ctx.audit({
      action: "person.invite",
      noun: "invitation",
      id: row.id,
      name: input.email ?? "link",
      after: { email: input.email, role: input.role, team: input.team ?? null },
    });
    return { id: row.id, name: input.email ?? "link", url: `${publicUrl()}/join/${secret}`, expiresAt: row.expiresAt.toISOString() };
  },
});

export const revokeInvitation = operation({
  permission: "person:write",
  effect: "write",
  summary: "Withdraw an invitation",
  input: z.object({ id: z.uuid() }),
  run: async ({ ctx, input }) => {
    const { count } = await ctx.db.invitation.updateMany({
      where: { id: input.id, usedAt: null, revokedAt: null, ...(ctx.scope.teamId ? { teamId: ctx.scope.teamId } : {}) },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new AppError("not_found", "This invitation does not exist, was used or was withdrawn before.");
    await ctx.audit({ action: "invitation.revoke", noun: "invitation", id: input.id, name: null });
  },
});
