import "server-only";
import { prisma } from "#lib/db/client";
import { addCounts } from "#lib/db/service";
import { giveBack, takeCounts } from "./counters.ts";

/** Adds what this process counted to the totals of all. What cannot be saved now is kept for the next time. */
export async function saveCounters(): Promise<void> {
  const counts = takeCounts();
  try {
    await addCounts(prisma(), counts);
  } catch (error) {
    giveBack(counts);
    throw error;
  }
}
