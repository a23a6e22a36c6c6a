import "server-only";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";
import type { Context } from "../context.ts";
import { operation } from "../operation.ts";

const input = z.object({ id: z.uuid() });

async function revoke(ctx: Context, id: string, mine: { ownerId?: string; teamId?: string }) {
  const row = await ctx.db.apiToken.findFirst({ where: { id, ...mine } });
  if (!row) throw new AppError("not_found", "There is no such token.");
  if (row.revokedAt) throw new AppError("conflict", `The token ${row.name} was revoked before.`);
  await ctx.db.apiToken.update({ where: { id }, data: { revokedAt: ctx.now } });
  await ctx.audit({ action: "token.revoke", noun: "token", id, name: row.name });
}

export const revokeToken = operation({
  permission: "token:admin",
  effect: "write",
  summary: "Revoke a token",
  input,
  run: ({ ctx, input: { id } }) => revoke(ctx, id, ctx.scope.teamId ? { teamId: ctx.scope.teamId } : {}),
});

export const revokeOwnToken = operation({
  permission: "self:write",
  effect: "write",
  summary: "Revoke a token of one's own",
  input,
  run: ({ ctx, input: { id } }) => revoke(ctx, id, { ownerId: ctx.actor.id }),
});
