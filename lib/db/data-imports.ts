import "server-only";
import { z } from "zod";
import type { Db } from "./client.ts";

export type ImportKind = "predictions" | "labels" | "reference";

const ImportError = z.object({ line: z.number(), code: z.string(), path: z.string(), message: z.string() });
type ImportError = z.infer<typeof ImportError>;

export type DataImport = {
  id: string;
  name: string;
  kind: string;
  fileName: string;
  status: string;
  accepted: number;
  duplicates: number;
  rejected: number;
  pending: number;
  errors: ImportError[];
  actorName: string;
  startedAt: string;
  finishedAt: string | null;
};

type Start = { modelId: string; kind: ImportKind; fileName: string; actorName: string; now: Date };

export const startImport = async (db: Db, { modelId, kind, fileName, actorName, now }: Start): Promise<string> =>
  (await db.dataImport.create({ data: { modelId, kind, fileName, actorName, status: "running", startedAt: now } })).id;

type End = {
  status: "done" | "failed";
  accepted?: number;
  duplicates?: number;
  rejected?: number;
  pending?: number;
  errors: readonly ImportError[];
};

export const finishImport = async (db: Db, id: string, { errors, ...end }: End, now: Date): Promise<void> => {
  await db.dataImport.updateMany({
    where: { id },
    data: { ...end, errors: errors.slice(0, 100).map((error) => ({ ...error })), finishedAt: now },
  });
};

/** The uploads of a model, the newest first. */
export async function readImports(db: Db, modelId: string, limit: number): Promise<DataImport[]> {
  const rows = await db.dataImport.findMany({ where: { modelId }, orderBy: { startedAt: "desc" }, take: limit });
  return rows.map(({ modelId: _, errors, startedAt, finishedAt, ...row }) => ({
    ...row,
    name: row.fileName,
    errors: z.array(ImportError).parse(errors),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}
