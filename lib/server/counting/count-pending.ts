import "server-only";
import { prisma } from "#lib/db/client";
import { modelInclude, toModel } from "#lib/db/models";
import { pool } from "#lib/db/pool";
import { countModel, modelsWaiting } from "#lib/db/telemetry/counter";
import type { Caller } from "../context.ts";
import { count } from "../service/counters.ts";

/** A conflict with an erasure in the same moment: the transaction did nothing and is simply tried again. */
const isSerializationFailure = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && (error.code === "40001" || error.code === "40P01");

/** Counts what waits, model by model, until nothing does or the caller stops. Returns how many rows were counted. */
export async function countPending({ signal }: Pick<Caller, "signal">): Promise<number> {
  let counted = 0;
  for (const number of await modelsWaiting(pool())) {
    const row = await prisma().model.findUnique({ where: { number }, include: modelInclude });
    if (!row) continue;
    for (let more = true, tries = 0; more && !signal?.aborted; ) {
      try {
        // Read anew for each transaction: a change of zone or schema asks for a re-count and must be seen by it.
        const fresh = await prisma().model.findUnique({ where: { number }, include: modelInclude });
        const done = fresh ? await countModel(toModel(fresh)) : null;
        counted += (done?.events ?? 0) + (done?.labels ?? 0) + (done?.recounted ?? 0);
        more = done?.more ?? false;
      } catch (error) {
        if (!isSerializationFailure(error) || ++tries > 5) throw error;
      }
    }
  }
  if (counted > 0) count("modelwatch_counted_rows_total", {}, counted);
  return counted;
}
