import "server-only";
import { z } from "zod";
import { operation } from "../operation.ts";
import { findTeam } from "./find-team.ts";
import { TeamOutput } from "./team-output.ts";

export const updateTeam = operation({
  permission: "team:write",
  effect: "write",
  summary: "Rename a team",
  input: z.object({ slug: z.string(), name: z.string().trim().min(1).max(200) }),
  output: TeamOutput,
  run: async ({ ctx, input }) => {
    const before = await findTeam(ctx, input.slug);
    await ctx.db.team.update({ where: { id: before.id }, data: { name: input.name } });
    await ctx.audit({
      action: "team.update",
      noun: "team",
      id: before.id,
      name: before.slug,
      before: { name: before.name },
      after: { name: input.name },
    });
    return { ...before, name: input.name };
  },
});
