import "server-only";
import { prisma } from "#lib/db/client";
import { addEntry, changeIncident, lockIncident, stateOfIncident } from "#lib/db/incidents";
import { decide } from "#lib/domain/incidents/transition";
import type { Caller } from "../context.ts";

/** Ends the snoozes whose time has come. Returns how many. */
export async function wakeSnoozed(caller: Caller): Promise<number> {
  const due = await prisma().incident.findMany({
    where: { workflow: "snoozed", snoozedUntil: { lte: caller.now } },
    select: { id: true },
    take: 100,
  });
  for (const { id } of due)
    await prisma().$transaction(async (tx) => {
      const row = await lockIncident(tx, { teamId: null }, id);
      if (row.workflow !== "snoozed" || !row.snoozedUntil || row.snoozedUntil > caller.now) return;
      const { changes, timelineEntry } = decide(
        stateOfIncident(row),
        { verb: "wake" },
        { kind: "system", id: null, name: "Modelwatch" },
        caller.now,
      );
      await changeIncident(tx, row, changes);
      await addEntry(tx, id, timelineEntry);
    });
  return due.length;
}
