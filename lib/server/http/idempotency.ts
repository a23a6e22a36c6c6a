import "server-only";
import { createHash } from "node:crypto";
import { prisma } from "#lib/db/client";
import { AppError } from "#lib/domain/errors";
import type { Caller } from "../context.ts";

type Keyed = { caller: Caller; key: string };
type Stored = { bodyHash: string; status: number | null; answer: unknown };

/** A claim that was never answered: its process was killed. */
const abandonedMs = 15 * 60_000;

/** Claims the key; null when it is ours now, else what the first request left. */
async function claim({ caller, key }: Keyed, fingerprint: string): Promise<{ id: string; first: Stored | null }> {
  if (key.length > 200) throw new AppError("invalid", "Idempotency-Key may have at most 200 characters.");
  const id = `${caller.actor.kind}:${caller.actor.id}:${key}`;
  const fresh = { bodyHash: fingerprint, createdAt: caller.now };
  const { count } = await prisma().idempotencyKey.createMany({ data: [{ key: id, ...fresh }], skipDuplicates: true });
  if (count > 0) return { id, first: null };
  const abandoned = { key: id, status: null, createdAt: { lt: new Date(caller.now.getTime() - abandonedMs) } };
  if ((await prisma().idempotencyKey.updateMany({ where: abandoned, data: fresh })).count > 0) return { id, first: null };
  const first = await prisma().idempotencyKey.findUnique({ where: { key: id } });
  return { id, first: first ?? { bodyHash: fingerprint, status: null, answer: null } };
}

function replay({ bodyHash, status, answer }: Stored, fingerprint: string): Response {
  if (status === null)
    throw new AppError("conflict", "The first request with this Idempotency-Key is still running.", { retryAfterSeconds: 1 });
  if (bodyHash !== fingerprint) throw new AppError("conflict", "This Idempotency-Key was used before with another request. Use a new key.");
  return new Response(status === 204 ? null : JSON.stringify(answer), {
    status,
    headers: { "content-type": "application/json", "idempotent-replayed": "true" },
  });
}

/** Runs and keeps the answer with the fingerprint of what was asked; a refused request frees the key. */
async function answered(id: string, run: () => Promise<Response>, fingerprint: () => string): Promise<Response> {
  try {
    const response = await run();
    const answer = response.status === 204 ? null : await response.clone().json();
    await prisma().idempotencyKey.update({ where: { key: id }, data: { status: response.status, answer, bodyHash: fingerprint() } });
    return response;
  } catch (error) {
    await prisma().idempotencyKey.deleteMany({ where: { key: id } });
    throw error;
  }
}

type Args = Keyed & { fingerprint: string; run: () => Promise<Response> };

/** Runs a write once per key and actor; the same key again gets the first answer, another body under it a conflict. */
export async function remembered({ fingerprint, run, ...keyed }: Args): Promise<Response> {
  const { id, first } = await claim(keyed, fingerprint);
  return first ? replay(first, fingerprint) : answered(id, run, () => fingerprint);
}

type BulkArgs = Keyed & {
  /** method and address */
  what: string;
  stream: ReadableStream<Uint8Array>;
  run: (stream: ReadableStream<Uint8Array>) => Promise<Response>;
};

/** The same for a body that is read once and never held: it is hashed as it passes. */
export async function rememberedBulk({ what, stream, run, ...keyed }: BulkArgs): Promise<Response> {
  const hash = createHash("sha256").update(`${what}\n`);
  const { id, first } = await claim(keyed, what);
  if (first) {
    if (first.status !== null) for await (const chunk of stream) hash.update(chunk);
    return replay(first, hash.digest("hex"));
  }
  const hashing = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      hash.update(chunk);
      controller.enqueue(chunk);
    },
  });
  return answered(
    id,
    () => run(stream.pipeThrough(hashing)),
    () => hash.digest("hex"),
  );
}
