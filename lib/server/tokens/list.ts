import "server-only";
import { z } from "zod";
import { listTokens } from "#lib/db/tokens";
import { operation } from "../operation.ts";

export const listAllTokens = operation({
  permission: "token:admin",
  effect: "read",
  summary: "All tokens",
  input: z.object({}),
  run: async ({ ctx }) => ({ items: await listTokens(ctx.db, { teamId: ctx.scope.teamId }, ctx.now), nextCursor: null }),
});

export const listOwnTokens = operation({
  permission: "self:write",
  effect: "read",
  summary: "One's own tokens",
  input: z.object({}),
  run: async ({ ctx }) => ({
    items: ctx.actor.kind === "user" ? await listTokens(ctx.db, { ownerId: ctx.actor.id }, ctx.now) : [],
    nextCursor: null,
  }),
});
