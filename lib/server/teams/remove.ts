import "server-only";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";
import { operation } from "../operation.ts";
import { findTeam } from "./find-team.ts";

export const removeTeam = operation({
  permission: "team:write",
  effect: "write",
  summary: "Delete a team that owns nothing",
  input: z.object({ slug: z.string() }),
  run: async ({ ctx, input }) => {
    const team = await findTeam(ctx, input.slug);
    const [tokens, invitations, incidents] = await Promise.all([
      ctx.db.apiToken.count({ where: { teamId: team.id } }),
      ctx.db.invitation.count({ where: { teamId: team.id } }),
      ctx.db.incident.count({ where: { teamId: team.id } }),
    ]);
    if (team.people + team.models + team.kpis + team.rules + tokens + invitations + incidents > 0)
      throw new AppError("conflict", `The team ${team.slug} still has people, tokens or things of its own. Move or delete them first.`);
    await ctx.db.team.delete({ where: { id: team.id } });
    await ctx.audit({ action: "team.delete", noun: "team", id: team.id, name: team.slug, before: { slug: team.slug, name: team.name } });
    return null;
  },
});
