import "server-only";
import { readTeam, type TeamAnswer } from "#lib/db/teams";
import { AppError } from "#lib/domain/errors";
import type { Context } from "../context.ts";

export async function findTeam({ db, scope }: Pick<Context, "db" | "scope">, slug: string): Promise<TeamAnswer> {
  const team = await readTeam(db, scope, slug);
  if (!team) throw new AppError("not_found", `Team ${slug} does not exist.`);
  return team;
}
