import "server-only";
import { readChampions, readOpenIncidentsByModel } from "#lib/db/model-facts";
import type { Model } from "#lib/domain/models/model";
import type { ModelRow } from "#lib/domain/models/model-row";
import { modelOverview } from "../analysis/overview.ts";
import type { Context } from "../context.ts";

/** So many models are read at a time: each takes a few connections. */
const AT_ONCE = 4;

/** Models at a glance, in the order given. */
export async function modelRows(ctx: Pick<Context, "db" | "now" | "actor">, models: readonly Model[]): Promise<ModelRow[]> {
  const ids = models.map(({ id }) => id);
  const [incidents, champions] = await Promise.all([readOpenIncidentsByModel(ctx.db, ids), readChampions(ctx.db, ids)]);
  const rows: ModelRow[] = [];
  for (let at = 0; at < models.length; at += AT_ONCE) {
    const batch = models.slice(at, at + AT_ONCE);
    const overviews = await Promise.all(batch.map((model) => modelOverview(ctx, model)));
    for (const [index, model] of batch.entries()) {
      const overview = overviews[index];
      if (!overview) continue;
      const { model: _, pendingRows: __, ...glance } = overview;
      rows.push({
        id: model.id,
        slug: model.slug,
        name: model.name,
        team: model.team.slug,
        teamName: model.team.name,
        task: model.task,
        criticality: model.criticality,
        champion: champions.get(model.id) ?? null,
        ...glance,
        incidents: incidents.get(model.id) ?? { open: 0, worst: null, number: null },
      });
    }
  }
  return rows;
}
