import "server-only";
import { createHash } from "node:crypto";
import { decode } from "next-auth/jwt";
import { prisma } from "#lib/db/client";
import { isRole, lesserRole } from "#lib/domain/access/permissions";
import { AppError } from "#lib/domain/errors";
import type { Actor, Caller } from "../context.ts";
import { takeTurn } from "../http/rate-limit.ts";

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

const perMinute = 3_000;
const failedPerMinute = 1_000;

const secret = (): string => {
  const value = process.env.NEXTAUTH_SECRET ?? process.env.MODELWATCH_SECRET;
  if (!value) throw new AppError("internal", "MODELWATCH_SECRET is not set.");
  return value;
};

/** The JWT is only a claim of who; role, team and whether the person may still sign in are read from the database on every request. */
export async function actorOfSession(cookie: string | undefined): Promise<Actor | null> {
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: secret() }).catch(() => null);
  if (!token?.sub) return null;
  const user = await prisma().user.findUnique({ where: { id: token.sub } });
  if (!user || user.disabledAt || user.sessionEpoch !== (token.epoch ?? 0) || !isRole(user.role)) return null;
  return { kind: "user", id: user.id, name: user.name, role: user.role, teamId: user.teamId };
}

/** A token never does more than the person it belongs to may do now. */
async function actorOfToken(token: string, now: Date): Promise<Actor | null> {
  const found = await prisma().apiToken.findUnique({ where: { hash: hashToken(token) }, include: { owner: true } });
  if (!found || found.revokedAt || (found.expiresAt && found.expiresAt <= now) || found.owner?.disabledAt || !isRole(found.role))
    return null;
  // Once a minute is enough to see whether a token is used, and spares a write per request.
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > 60_000)
    await prisma().apiToken.updateMany({ where: { id: found.id }, data: { lastUsedAt: now } });
  const { owner } = found;
  const role = owner && isRole(owner.role) ? lesserRole(found.role, owner.role) : found.role;
  return { kind: "token", id: found.id, name: found.name, role, teamId: owner?.teamId ?? found.teamId };
}

export const sessionCookieOf = (header: string | null): string | undefined => {
  for (const name of ["__Secure-next-auth.session-token", "next-auth.session-token"]) {
    const match = new RegExp(`(?:^|;\\s*)${name.replaceAll(".", "\\.")}=([^;]+)`).exec(header ?? "");
    if (match?.[1]) return decodeURIComponent(match[1]);
  }
  return undefined;
};

/** Who makes this request: a bearer token, else the browser session. Throws `unauthenticated` for nobody. */
export async function callerOf(request: Request): Promise<Caller> {
  const now = new Date();
  const header = request.headers.get("authorization");
  const address = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "local";
  if (header) {
    const bearer = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
    const actor = bearer ? await actorOfToken(bearer, now) : null;
    if (!actor) {
      takeTurn(`failed:${address}`, failedPerMinute, now.getTime());
      throw new AppError("unauthenticated", "This token is not known, has expired or was revoked. Make a new one under Tokens.");
    }
    takeTurn(`token:${actor.id}`, perMinute, now.getTime());
    return { actor, now, signal: request.signal };
  }
  const actor = await actorOfSession(sessionCookieOf(request.headers.get("cookie")));
  if (!actor) throw new AppError("unauthenticated", "Sign in, or send a token as Authorization: Bearer …");
  takeTurn(`session:${actor.id}`, perMinute, now.getTime());
  return { actor, now, signal: request.signal };
}
