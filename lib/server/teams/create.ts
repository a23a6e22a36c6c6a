import "server-only";
import { z } from "zod";
import { ensureTeam } from "#lib/db/teams";
import { AppError } from "#lib/domain/errors";
import { Slug } from "#lib/domain/models/model";
import { operation } from "../operation.ts";
import { findTeam } from "./find-team.ts";
import { teamName } from "./team-for.ts";
import { TeamOutput } from "./team-output.ts";

export const createTeam = operation({
  permission: "team:write",
  effect: "write",
  summary: "Make a team",
  input: z.object({ slug: Slug, name: z.string().trim().min(1).max(200).optional() }),
  output: TeamOutput,
  run: async ({ ctx, input }) => {
    if (ctx.scope.teamId !== null) throw new AppError("forbidden", "Only an administrator of the whole organisation can make teams.");
    const name = input.name ?? teamName(input.slug);
    const { isNew, id } = await ensureTeam(ctx.db, input.slug, name);
    if (!isNew) throw new AppError("conflict", `There is a team ${input.slug} already. Choose another slug.`);
    await ctx.audit({ action: "team.create", noun: "team", id, name: input.slug, after: { slug: input.slug, name } });
    return findTeam(ctx, input.slug);
  },
});
