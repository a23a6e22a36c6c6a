import "server-only";
import { z } from "zod";
import { readTeams } from "#lib/db/teams";
import { operation } from "../operation.ts";
import { TeamOutput } from "./team-output.ts";

export const listTeams = operation({
  permission: "model:read",
  effect: "read",
  summary: "Teams",
  input: z.object({}),
  output: z.object({ items: z.array(TeamOutput), nextCursor: z.null() }),
  run: async ({ ctx }) => ({ items: await readTeams(ctx.db, ctx.scope), nextCursor: null }),
});
