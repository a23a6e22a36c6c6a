import "server-only";
import type { Db } from "./client.ts";

export type Team = { id: string; slug: string; name: string };
export type TeamAnswer = Team & { people: number; models: number; kpis: number; rules: number; createdAt: string };

type Scope = { teamId: string | null };

const within = (scope: Scope) => (scope.teamId === null ? {} : { id: scope.teamId });
const include = { _count: { select: { users: true, models: true, kpis: true, rules: true } } } as const;

type Row = Team & { createdAt: Date; _count: { users: number; models: number; kpis: number; rules: number } };

const toAnswer = ({ id, slug, name, createdAt, _count }: Row): TeamAnswer => ({
  id,
  slug,
  name,
  people: _count.users,
  models: _count.models,
  kpis: _count.kpis,
  rules: _count.rules,
  createdAt: createdAt.toISOString(),
});

export const readTeams = async (db: Db, scope: Scope): Promise<TeamAnswer[]> =>
  (await db.team.findMany({ where: within(scope), include, orderBy: { name: "asc" }, take: 1000 })).map(toAnswer);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function readTeam(db: Db, scope: Scope, slugOrId: string): Promise<TeamAnswer | null> {
  const key = uuid.test(slugOrId) ? { id: slugOrId } : { slug: slugOrId };
  const row = await db.team.findFirst({ where: { AND: [key, within(scope)] }, include });
  return row ? toAnswer(row) : null;
}

export const readTeamById = (db: Db, id: string): Promise<Team | null> => db.team.findUnique({ where: { id } });

/** The team of this slug, made if there is none; two callers at once get the same one. */
export async function ensureTeam(db: Db, slug: string, name: string): Promise<Team & { isNew: boolean }> {
  const { count } = await db.team.createMany({ data: [{ slug, name }], skipDuplicates: true });
  return { ...(await db.team.findUniqueOrThrow({ where: { slug } })), isNew: count === 1 };
}
