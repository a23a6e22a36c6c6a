import "server-only";
import { z } from "zod";
import { operation } from "../operation.ts";
import { findTeam } from "./find-team.ts";
import { TeamOutput } from "./team-output.ts";

export const getTeam = operation({
  permission: "model:read",
  effect: "read",
  summary: "One team",
  input: z.object({ slug: z.string() }),
  output: TeamOutput,
  run: ({ ctx, input }) => findTeam(ctx, input.slug),
});
