import "server-only";
import { finishImport, type ImportKind, startImport } from "#lib/db/data-imports";
import type { LineError } from "#lib/domain/events/event";
import type { Model } from "#lib/domain/models/model";
import type { Context } from "../context.ts";

type Counts = { accepted?: number; duplicates?: number; rejected: number; pending?: number; errors: readonly LineError[] };
type Upload = { ctx: Context; model: Model; kind: ImportKind; fileName: string };

/** Keeps a record of an upload: what was in it, or that it failed and why. */
export async function recordImport<A extends Counts>({ ctx, model, kind, fileName }: Upload, run: () => Promise<A>): Promise<A> {
  const id = await startImport(ctx.db, { modelId: model.id, kind, fileName, actorName: ctx.actor.name, now: ctx.now });
  try {
    const answer = await run();
    const { accepted, duplicates, rejected, pending, errors } = answer;
    const counts = {
      rejected,
      ...(accepted === undefined ? {} : { accepted }),
      ...(duplicates === undefined ? {} : { duplicates }),
      ...(pending === undefined ? {} : { pending }),
    };
    await finishImport(ctx.db, id, { status: "done", ...counts, errors }, new Date());
    return answer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await finishImport(ctx.db, id, { status: "failed", errors: [{ line: 0, code: "invalid", path: "", message }] }, new Date());
    throw error;
  }
}
