import "server-only";
import { z } from "zod";
import { teamIdOf } from "#lib/db/people";
import { mayGrant } from "#lib/domain/access/permissions";
import { RoleName } from "#lib/domain/access/person";
import { AppError } from "#lib/domain/errors";
import { Duration } from "#lib/domain/models/model";
import { newSecret } from "../access/secret-link.ts";
import type { Context } from "../context.ts";
import { operation } from "../operation.ts";

const TokenInput = z.object({
  name: z.string().trim().min(1).max(200),
  role: RoleName,
  team: z.string().nullish(),
  expires: Duration.nullish(),
});

/** Whose the new token is, and until when it may live at most. */
type Bound = { ownerId: string | null; until: Date | null };

/** A token that makes another hands on its owner and its end: it cannot make itself outlive either. */
async function boundOf({ actor, db }: Context): Promise<Bound> {
  if (actor.kind !== "token") return { ownerId: actor.kind === "user" ? actor.id : null, until: null };
  const maker = await db.apiToken.findUniqueOrThrow({ where: { id: actor.id } });
  return { ownerId: maker.ownerId, until: maker.expiresAt };
}

const earlier = (one: Date | null, other: Date | null): Date | null => (one && other ? (one < other ? one : other) : (one ?? other));

async function create(ctx: Context, input: z.output<typeof TokenInput>, { ownerId, until }: Bound) {
  if (!mayGrant(ctx.actor.role, input.role))
    throw new AppError("forbidden", `A token cannot have the role ${input.role}: it is more than your own.`);
  const teamId = input.team ? await teamIdOf(ctx.db, input.team) : ctx.scope.teamId;
  if (ctx.scope.teamId && teamId !== ctx.scope.teamId) throw new AppError("forbidden", "You can make tokens for your own team only.");
  const { secret, hash, shown } = newSecret("mw");
  const expiresAt = earlier(input.expires ? new Date(ctx.now.getTime() + input.expires * 1000) : null, until);
  const row = await ctx.db.apiToken.create({
    data: {
      name: input.name,
      role: input.role,
      teamId,
      hash,
      prefix: shown,
      expiresAt,
      createdAt: ctx.now,
      ownerId,
    },
  });
  await ctx.audit({ action: "token.create", noun: "token", id: row.id, name: row.name, after: { role: row.role, expiresAt } });
  return { id: row.id, name: row.name, role: row.role, prefix: shown, expiresAt: expiresAt?.toISOString() ?? null, token: secret };
}

export const createOwnToken = operation({
  permission: "self:write",
  effect: "write",
  summary: "Make a token of one's own; it is shown once",
  input: TokenInput,
  run: async ({ ctx, input }) => create(ctx, input, await boundOf(ctx)),
});

export const createToken = operation({
  permission: "token:admin",
  effect: "write",
  summary: "Make a token; it is shown once",
  input: TokenInput,
  run: ({ ctx, input }) => create(ctx, input, { ownerId: ctx.actor.kind === "user" ? ctx.actor.id : null, until: null }),
});
