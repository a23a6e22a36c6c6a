import "server-only";
import { readVersion } from "#lib/db/model-versions";
import { AppError } from "#lib/domain/errors";
import type { Model } from "#lib/domain/models/model";
import type { Context } from "../context.ts";

/** The numbers of the versions that are asked for; null = all but shadows. `not_found` for a version that the model does not have. */
export async function countedVersions({ db }: Pick<Context, "db">, model: Model, version: string | undefined): Promise<number[] | null> {
  if (version === undefined) return null;
  const found = await readVersion(db, model.id, version);
  if (!found) throw new AppError("not_found", `${model.slug} has no version ${version}.`);
  return [found.number];
}
