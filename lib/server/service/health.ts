import "server-only";
import { prisma } from "#lib/db/client";
import { answers, readNewestBeat } from "#lib/db/service";
import { productVersion } from "./product-version.ts";

export type Health = {
  status: "ok" | "degraded" | "unavailable";
  version: string;
  database: "ok" | "unreachable";
  worker: { status: "ok" | "late" | "none" | "unknown"; lagSeconds: number | null };
};

/** Workers give a sign every 2 s; several missed ones are no accident. */
const lateSeconds = 15;

/** How well this process can serve. Without a worker pages still show what was counted before, so that is degraded, not down. */
export async function readHealth(now: Date): Promise<Health> {
  const version = productVersion();
  try {
    await answers(prisma());
    const beat = await readNewestBeat(prisma());
    const lagSeconds = beat ? Math.max(0, (now.getTime() - beat.getTime()) / 1000) : null;
    const worker = lagSeconds === null ? ("none" as const) : lagSeconds > lateSeconds ? ("late" as const) : ("ok" as const);
    return { status: worker === "ok" ? "ok" : "degraded", version, database: "ok", worker: { status: worker, lagSeconds } };
  } catch {
    return { status: "unavailable", version, database: "unreachable", worker: { status: "unknown", lagSeconds: null } };
  }
}

/** GET /api/health: 503 only when nothing can be served. */
export async function healthRoute(): Promise<Response> {
  const health = await readHealth(new Date());
  return Response.json(health, { status: health.status === "unavailable" ? 503 : 200, headers: { "cache-control": "no-store" } });
}
