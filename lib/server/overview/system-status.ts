import "server-only";
import { z } from "zod";
import { readGauges, readNewestBeat } from "#lib/db/service";
import type { SystemStatus } from "#lib/domain/models/system-status";
import { operation } from "../operation.ts";

export const readSystemStatus = operation({
  permission: "system:read",
  effect: "read",
  summary: "How Modelwatch itself is: its worker and what waits to be counted",
  input: z.object({}),
  run: async ({ ctx }): Promise<SystemStatus> => {
    const [beat, { backlogRows, backlogBatches, recounts }] = await Promise.all([readNewestBeat(ctx.db), readGauges(ctx.db)]);
    const lagSeconds = beat ? Math.max(0, (ctx.now.getTime() - beat.getTime()) / 1000) : null;
    return { database: "ok", lagSeconds, backlogRows, backlogBatches, recounts };
  },
});
