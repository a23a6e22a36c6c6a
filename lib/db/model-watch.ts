import "server-only";
import { z } from "zod";
import type { Db } from "./client.ts";

const Watch = z.object({ accepted: z.array(z.string()).default([]), dismissed: z.array(z.string()).default([]) });

/** Which proposals a person accepted or dismissed, by key. */
export type WatchDecisions = z.infer<typeof Watch>;

export async function readWatchDecisions(db: Db, modelId: string): Promise<WatchDecisions> {
  const row = await db.model.findUnique({ where: { id: modelId }, select: { watch: true } });
  const parsed = Watch.safeParse(row?.watch ?? {});
  return parsed.success ? parsed.data : { accepted: [], dismissed: [] };
}

export const writeWatchDecisions = async (db: Db, modelId: string, watch: WatchDecisions): Promise<void> => {
  await db.model.update({ where: { id: modelId }, data: { watch } });
};
