import "server-only";
import type { Db } from "#lib/db/client";
import { Prisma } from "#lib/db/generated/client";
import type { AuditNote, Caller } from "../context.ts";

const secretKeys = /password|secret|token|hash/i;

/** Plain JSON of what changed; secrets are named, never shown. */
const safe = (value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull => {
  if (value === undefined || value === null) return Prisma.DbNull;
  return JSON.parse(
    JSON.stringify(value, (key, inner) => (secretKeys.test(key) && inner ? "(hidden)" : typeof inner === "bigint" ? Number(inner) : inner)),
  );
};

/** Writes one audit entry with who, what, before and after, in the caller's transaction. */
export async function auditIn(db: Db, caller: Caller, note: AuditNote): Promise<void> {
  await db.auditEvent.create({
    data: {
      time: caller.now,
      actorKind: caller.actor.kind,
      actorId: caller.actor.id,
      actorName: caller.actor.name,
      action: note.action,
      noun: note.noun,
      nounId: note.id,
      nounName: note.name,
      before: safe(note.before),
      after: safe(note.after),
    },
  });
}
