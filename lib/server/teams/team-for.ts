import "server-only";
import { ensureTeam, readTeam, readTeamById, type Team } from "#lib/db/teams";
import { can } from "#lib/domain/access/permissions";
import { AppError } from "#lib/domain/errors";
import type { Context } from "../context.ts";

/** "fraud-prevention" → "Fraud prevention". */
export const teamName = (slug: string): string => {
  const words = slug.replaceAll("-", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * The team that a new or moved thing goes to. Whoever belongs to a team can only choose that one. Without a choice it is
 * "default", which is made when it is first needed; who may make teams can name a new one here, too.
 */
export async function teamFor(ctx: Pick<Context, "actor" | "audit" | "db" | "scope">, slug: string | null | undefined): Promise<Team> {
  if (ctx.scope.teamId !== null) {
    const own = await readTeamById(ctx.db, ctx.scope.teamId);
    if (!own) throw new AppError("forbidden", "Your team no longer exists. Ask an administrator.");
    if (slug && slug !== own.slug) throw new AppError("forbidden", `You belong to the team ${own.slug} and can put things there only.`);
    return own;
  }
  const wanted = slug ?? "default";
  const found = await readTeam(ctx.db, ctx.scope, wanted);
  if (found) return found;
  if (wanted !== "default" && !can(ctx.actor.role, "team:write")) {
    const message = `There is no team ${wanted}. Ask an administrator to make it.`;
    throw new AppError("invalid", message, { errors: [{ path: "team", message }] });
  }
  const { isNew, ...team } = await ensureTeam(ctx.db, wanted, teamName(wanted));
  if (isNew)
    await ctx.audit({ action: "team.create", noun: "team", id: team.id, name: team.slug, after: { slug: team.slug, name: team.name } });
  return team;
}
