import "server-only";
import { z } from "zod";
import { prisma } from "#lib/db/client";
import { Email, Password } from "#lib/domain/access/person";
import { AppError } from "#lib/domain/errors";
import { hashPassword } from "../access/password.ts";
import { auditIn } from "../audit/emit.ts";
import { parseInput } from "../operation.ts";
import { hashToken } from "../session/caller.ts";

const Join = z.object({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(200).optional(),
  email: Email.optional(),
  password: Password,
});

export type OpenLink = { kind: "invite" | "setup" | "reset"; email: string | null; role: string };

/** What a link allows, or null when it is unknown, used, withdrawn or too old. The link itself is the permission. */
export async function readLink(token: string, now: Date): Promise<OpenLink | null> {
  const row = await prisma().invitation.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!row || row.usedAt || row.revokedAt || row.expiresAt <= now) return null;
  if (row.kind !== "invite" && row.kind !== "setup" && row.kind !== "reset") return null;
  return { kind: row.kind, email: row.email, role: row.role };
}

/** Uses a link once: creates the account, or sets a new password and ends the old sessions. */
export async function join(raw: unknown, now: Date): Promise<{ email: string }> {
  const input = parseInput(Join, raw);
  return prisma().$transaction(async (tx) => {
    const gone = new AppError("not_found", "This link was used, withdrawn or is too old. Ask an administrator for a new one.");
    const row = await tx.invitation.findUnique({ where: { tokenHash: hashToken(input.token) } });
    if (!row || row.expiresAt <= now) throw gone;
    const { count } = await tx.invitation.updateMany({ where: { id: row.id, usedAt: null, revokedAt: null }, data: { usedAt: now } });
    if (count === 0) throw gone;
    const email = row.email ?? input.email;
    if (!email)
      throw new AppError("invalid", "email: Write your e-mail address.", {
        errors: [{ path: "email", message: "Write your e-mail address." }],
      });
    const passwordHash = await hashPassword(input.password);
    const existing = await tx.user.findUnique({ where: { email } });
    if (row.kind === "reset") {
      if (!existing) throw gone;
      await tx.user.update({ where: { id: existing.id }, data: { passwordHash, sessionEpoch: { increment: 1 } } });
    } else {
      if (existing) throw new AppError("conflict", `${email} has an account already. Sign in with it.`);
      await tx.user.create({
        data: { email, name: input.name ?? email.split("@")[0] ?? email, role: row.role, teamId: row.teamId, passwordHash, createdAt: now },
      });
    }
    const user = await tx.user.findUniqueOrThrow({ where: { email } });
    const actor = { kind: "user" as const, id: user.id, name: user.name, role: "stakeholder" as const, teamId: user.teamId };
    await auditIn(
      tx,
      { actor, now },
      {
        action: row.kind === "reset" ? "person.password" : "person.join",
        noun: "person",
        id: user.id,
        name: email,
        after: { role: user.role },
      },
    );
    return { email };
  });
}
