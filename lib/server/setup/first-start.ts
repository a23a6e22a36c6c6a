import "server-only";
import { prisma } from "#lib/db/client";
import { newSecret, publicUrl } from "../access/secret-link.ts";
import { systemCaller } from "../context.ts";
import { createPerson } from "../people/create.ts";

export type FirstStart = { kind: "ready" } | { kind: "created"; email: string } | { kind: "link"; url: string };

/** Makes sure that somebody can sign in: the administrator named in the environment, else a one-time link for a day. */
export async function firstStart(env: Record<string, string | undefined>, now: Date): Promise<FirstStart> {
  await prisma().team.upsert({ where: { slug: "default" }, create: { slug: "default", name: "Default team" }, update: {} });
  if ((await prisma().user.count()) > 0) return { kind: "ready" };
  const { MODELWATCH_ADMIN_EMAIL: email, MODELWATCH_ADMIN_PASSWORD: password } = env;
  if (email && password) {
    await createPerson(systemCaller(now, "first start"), { email, password, role: "admin", name: "Administrator" });
    return { kind: "created", email };
  }
  const { secret, hash } = newSecret("mws");
  await prisma().invitation.updateMany({ where: { kind: "setup", usedAt: null }, data: { revokedAt: now } });
  await prisma().invitation.create({
    data: {
      kind: "setup",
      tokenHash: hash,
      role: "admin",
      createdBy: "first start",
      createdAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
    },
  });
  return { kind: "link", url: `${publicUrl()}/join/${secret}` };
}
