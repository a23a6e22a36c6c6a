import "server-only";
import { z } from "zod";
import { prisma } from "#lib/db/client";
import { signInWait } from "#lib/domain/access/sign-in-throttle";
import { auditIn } from "../audit/emit.ts";
import { systemCaller } from "../context.ts";
import { hashPassword, passwordMatches } from "./password.ts";

const Credentials = z.object({ email: z.string().trim().toLowerCase().max(320), password: z.string().min(1).max(1000) });

export type SignedIn = { id: string; email: string; name: string; epoch: number };
export type SignIn = { kind: "ok"; user: SignedIn } | { kind: "wrong" } | { kind: "wait"; seconds: number };

// A hash to compare with when the address is unknown, so that the answer takes as long as for a known one.
let decoy: Promise<string> | undefined;

/** Checks e-mail and password; each failure makes the next wait longer, per e-mail and per address. */
export async function signIn(given: unknown, address: string, now: Date): Promise<SignIn> {
  const parsed = Credentials.safeParse(given);
  if (!parsed.success) return { kind: "wrong" };
  const { email, password } = parsed.data;
  const keys = [`email:${email}`, `address:${address}`];
  const throttles = await prisma().signInThrottle.findMany({ where: { key: { in: keys } } });
  const blockedTo = Math.max(0, ...throttles.map((row) => row.blockedTo?.getTime() ?? 0));
  if (blockedTo > now.getTime()) return { kind: "wait", seconds: Math.ceil((blockedTo - now.getTime()) / 1000) };
  const user = await prisma().user.findUnique({ where: { email } });
  decoy ??= hashPassword("nobody has this password");
  const matches = await passwordMatches(password, user?.passwordHash ?? (await decoy));
  if (!user?.passwordHash || !matches || user.disabledAt) {
    await Promise.all(keys.map((key) => countFailure(key, key.startsWith("email:") ? "email" : "address", now)));
    await auditIn(
      prisma(),
      { ...systemCaller(now), actor: { kind: "system", id: "sign-in", name: email.slice(0, 200), role: "stakeholder", teamId: null } },
      {
        action: "session.refused",
        noun: "person",
        id: user?.id ?? null,
        name: email.slice(0, 200),
      },
    );
    return { kind: "wrong" };
  }
  await prisma().signInThrottle.deleteMany({ where: { key: keys[0] } });
  await prisma().user.update({ where: { id: user.id }, data: { lastSignInAt: now } });
  return { kind: "ok", user: { id: user.id, email: user.email, name: user.name, epoch: user.sessionEpoch } };
}

async function countFailure(key: string, kind: "email" | "address", now: Date): Promise<void> {
  const before = await prisma().signInThrottle.findUnique({ where: { key } });
  const fresh = !before || now.getTime() - before.since.getTime() > 3_600_000;
  const failures = fresh ? 1 : before.failures + 1;
  const wait = signInWait(kind, failures);
  const data = { failures, since: fresh ? now : before.since, blockedTo: wait ? new Date(now.getTime() + wait * 1000) : null };
  await prisma().signInThrottle.upsert({ where: { key }, create: { key, ...data }, update: data });
}
