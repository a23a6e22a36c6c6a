import "server-only";
import { stages } from "#lib/domain/models/model";
import type { ModelVersion, VersionPatch } from "#lib/domain/models/version";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";
import { orConflict } from "./unique-violation.ts";

type Row = Prisma.ModelVersionGetPayload<object>;

const toVersion = (row: Row): ModelVersion => ({
  id: row.id,
  number: row.number,
  name: row.version,
  version: row.version,
  stage: stages.find((stage) => stage === row.stage) ?? "challenger",
  trainedAt: row.trainedAt?.toISOString() ?? null,
  artifactUri: row.artifactUri,
  notes: row.notes,
  createdAt: row.createdAt.toISOString(),
});

/** All versions of a model, the newest first. */
export const readVersions = async (db: Db, modelId: string): Promise<ModelVersion[]> =>
  (await db.modelVersion.findMany({ where: { modelId }, orderBy: [{ createdAt: "desc" }, { number: "desc" }], take: 1000 })).map(toVersion);

export async function readVersion(db: Db, modelId: string, version: string): Promise<ModelVersion | null> {
  const row = await db.modelVersion.findUnique({ where: { modelId_version: { modelId, version } } });
  return row ? toVersion(row) : null;
}

const fields = ({ trainedAt, ...rest }: VersionPatch) => ({
  ...rest,
  ...(trainedAt === undefined ? {} : { trainedAt: trainedAt === null ? null : new Date(trainedAt) }),
});

export const insertVersion = async (
  db: Db,
  modelId: string,
  { version, stage, ...rest }: VersionPatch & Pick<ModelVersion, "version" | "stage">,
  now: Date,
): Promise<ModelVersion> =>
  toVersion(
    await orConflict(
      db.modelVersion.create({ data: { ...fields(rest), modelId, version, stage, createdAt: now } }),
      `The version ${version} exists already. Change it with PATCH.`,
    ),
  );

export const writeVersion = async (db: Db, id: string, patch: VersionPatch): Promise<ModelVersion> =>
  toVersion(await db.modelVersion.update({ where: { id }, data: fields(patch) }));

export const readChampion = async (db: Db, modelId: string): Promise<ModelVersion | null> => {
  const row = await db.modelVersion.findFirst({ where: { modelId, stage: "champion" } });
  return row ? toVersion(row) : null;
};
