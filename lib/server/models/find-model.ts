import "server-only";
import { readModel } from "#lib/db/models";
import { AppError } from "#lib/domain/errors";
import type { Model } from "#lib/domain/models/model";
import type { Context } from "../context.ts";

/** The model by slug or id. Another team's model is as absent as one that never was: `not_found`. */
export async function findModel({ db, scope }: Pick<Context, "db" | "scope">, slugOrId: string): Promise<Model> {
  const model = await readModel(db, scope, slugOrId);
  if (!model) throw new AppError("not_found", `Model ${slugOrId} does not exist.`);
  return model;
}
