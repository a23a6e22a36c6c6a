import "server-only";
import { readModel } from "#lib/db/models";
import { AppError } from "#lib/domain/errors";
import type { QueryOf } from "#lib/domain/kpis/registry";
import type { Model } from "#lib/domain/models/model";
import type { ReadContext } from "./reader.ts";

/** The model that a KPI shows. The KPI's own permission and team were checked before. */
export async function modelOf(ctx: ReadContext, query: QueryOf<"model">): Promise<Model> {
  const model = await readModel(ctx.db, { teamId: null }, query.model);
  if (!model) throw new AppError("not_found", `Model ${query.model} does not exist.`);
  return model;
}
