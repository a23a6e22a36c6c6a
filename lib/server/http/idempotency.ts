import "server-only";
import { prisma } from "#lib/db/client";
import { AppError } from "#lib/domain/errors";
import type { Caller } from "../context.ts";

type Args = { caller: Caller; key: string; fingerprint: string; run: () => Promise<Response> };

/** Runs a write once per key and actor; the same key again gets the first answer, another body under it a conflict. */
export async function remembered({ caller, key, fingerprint, run }: Args): Promise<Response> {
  if (key.length > 200) throw new AppError("invalid", "Idempotency-Key may have at most 200 characters.");
  const id = `${caller.actor.kind}:${caller.actor.id}:${key}`;
  const claimed = await prisma().idempotencyKey.createMany({
    data: [{ key: id, bodyHash: fingerprint, createdAt: caller.now }],
    skipDuplicates: true,
  });
  if (claimed.count === 0) {
    const first = await prisma().idempotencyKey.findUnique({ where: { key: id } });
    if (first && first.bodyHash !== fingerprint)
      throw new AppError("conflict", "This Idempotency-Key was used before with another request. Use a new key.");
    if (!first || first.status === null)
      throw new AppError("conflict", "The first request with this Idempotency-Key is still running.", { retryAfterSeconds: 1 });
    return new Response(first.status === 204 ? null : JSON.stringify(first.answer), {
      status: first.status,
      headers: { "content-type": "application/json", "idempotent-replayed": "true" },
    });
  }
  try {
    const response = await run();
    const answer = response.status === 204 ? null : await response.clone().json();
    await prisma().idempotencyKey.update({ where: { key: id }, data: { status: response.status, answer } });
    return response;
  } catch (error) {
    await prisma().idempotencyKey.deleteMany({ where: { key: id } });
    throw error;
  }
}
