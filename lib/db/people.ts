import "server-only";
import { isRole, type Role } from "#lib/domain/access/permissions";
import type { Person } from "#lib/domain/access/person";
import { AppError } from "#lib/domain/errors";
import type { Db } from "./client.ts";

const include = { team: { select: { slug: true, name: true } } };

type Row = Awaited<ReturnType<typeof readPeople>>[number];
const readPeople = (db: Db, teamId: string | null) =>
  db.user.findMany({
    where: teamId ? { teamId } : {},
    include,
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
  });

const roleOf = (value: string): Role => (isRole(value) ? value : "stakeholder");

export const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: roleOf(row.role),
  team: row.team,
  disabled: row.disabledAt !== null,
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

export const listPeople = async (db: Db, scope: { teamId: string | null }): Promise<Person[]> =>
  (await readPeople(db, scope.teamId)).map(toPerson);

export async function findPerson(db: Db, scope: { teamId: string | null }, idOrEmail: string): Promise<Person> {
  const byId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(idOrEmail);
  const row = await db.user.findFirst({
    where: { ...(byId ? { id: idOrEmail } : { email: idOrEmail.toLowerCase() }), ...(scope.teamId ? { teamId: scope.teamId } : {}) },
    include,
  });
  if (!row) throw new AppError("not_found", `There is no person ${idOrEmail}.`);
  return toPerson(row);
}

/** The id of a team named by slug; null for the whole organisation. */
export async function teamIdOf(db: Db, slug: string | null | undefined): Promise<string | null> {
  if (!slug) return null;
  const team = await db.team.findUnique({ where: { slug } });
  if (!team)
    throw new AppError("invalid", `There is no team ${slug}.`, { errors: [{ path: "team", message: `There is no team ${slug}.` }] });
  return team.id;
}

/** Somebody must be able to let others in: the last active administrator cannot be demoted or disabled. */
export async function keepAnAdministrator(db: Db, exceptId: string): Promise<void> {
  const others = await db.user.count({ where: { role: "admin", teamId: null, disabledAt: null, id: { not: exceptId } } });
  if (others === 0) throw new AppError("conflict", "This is the last active administrator. Make somebody else an administrator first.");
}
