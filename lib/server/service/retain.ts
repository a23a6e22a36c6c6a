import "server-only";
import { prisma } from "#lib/db/client";
import { modelInclude, toModel } from "#lib/db/models";
import { pool } from "#lib/db/pool";
import { retainModel } from "#lib/db/telemetry/retain";
import type { Caller } from "../context.ts";

const day = 86_400_000;

/** Drops what models no longer keep, and answers to repeated requests after a day. */
export async function retain(caller: Caller): Promise<void> {
  const models = await prisma().model.findMany({ include: modelInclude });
  for (const row of models) {
    const { number, retention } = toModel(row);
    if (retention) await retainModel(pool(), number, retention, caller.now);
  }
  await prisma().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(caller.now.getTime() - day) } } });
  await prisma().signInThrottle.deleteMany({ where: { since: { lt: new Date(caller.now.getTime() - day) } } });
}
