import "server-only";
import { readChampion, writeVersion } from "#lib/db/model-versions";
import { lockModel } from "#lib/db/models";
import type { Model } from "#lib/domain/models/model";
import type { Context } from "../context.ts";

/** A model has one champion: retires the present one, unless it is `version` itself. Call before the new one is written. */
export async function makeRoomForChampion(ctx: Context, model: Model, version: string): Promise<void> {
  await lockModel(ctx.db, model.id);
  const champion = await readChampion(ctx.db, model.id);
  if (!champion || champion.version === version) return;
  const retired = await writeVersion(ctx.db, champion.id, { stage: "retired" });
  await ctx.audit({
    action: "version.update",
    noun: "version",
    id: champion.id,
    name: `${model.slug} ${champion.version}`,
    before: { stage: champion.stage },
    after: { stage: retired.stage, becauseOf: version },
  });
}
