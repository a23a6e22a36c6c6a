import "server-only";
import { prisma } from "#lib/db/client";
import { saveCounters } from "./save-counters.ts";

/** A worker's sign of life; `now` null takes it away when the worker stops in order. Signs older than a day are dropped. */
export async function beat({ id, startedAt, now }: { id: string; startedAt: Date; now: Date | null }): Promise<void> {
  await saveCounters();
  if (now === null) {
    await prisma().workerBeat.deleteMany({ where: { id } });
    return;
  }
  await prisma().workerBeat.upsert({ where: { id }, create: { id, startedAt, beatAt: now }, update: { beatAt: now } });
  await prisma().workerBeat.deleteMany({ where: { beatAt: { lt: new Date(now.getTime() - 86_400_000) } } });
}
