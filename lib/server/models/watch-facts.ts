import "server-only";
import { readVersions } from "#lib/db/model-versions";
import { readNewestRows } from "#lib/db/newest-rows";
import { pool } from "#lib/db/pool";
import { readVersionSpans } from "#lib/db/telemetry/version-spans";
import { arrivingIn } from "#lib/domain/models/arriving";
import type { Model } from "#lib/domain/models/model";
import type { Arriving } from "#lib/domain/models/watch-catalogue";
import type { Context } from "../context.ts";

const looked = 1_000;

/** What the newest rows of a model carry; only counts leave this function, so it is no look at rows. */
export async function arrivingFor(ctx: Pick<Context, "db" | "now">, model: Model): Promise<Arriving> {
  const [rows, spans, versions] = await Promise.all([
    readNewestRows({ model: model.number, limit: looked, now: ctx.now }),
    readVersionSpans(pool(), model.number),
    readVersions(ctx.db, model.id),
  ]);
  const counted = spans.reduce((sum, span) => sum + span.rows, 0);
  const labelled = spans.reduce((sum, span) => sum + span.labelled, 0);
  return arrivingIn(model, rows, { labelledShare: counted > 0 ? labelled / counted : 0, versions: versions.map(({ version }) => version) });
}
