import "server-only";
import type { z } from "zod";
import { criticalities, type Model, Retention, Store, tasks, windows } from "#lib/domain/models/model";
import { StoredModelSchema } from "#lib/domain/models/stored-schema";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { orConflict } from "./unique-violation.ts";

type Scope = { teamId: string | null };

export const modelInclude = {
  team: { select: { id: true, slug: true, name: true } },
  reference: { select: { id: true, number: true, version: true, rows: true, createdAt: true } },
} as const satisfies Prisma.ModelInclude;

type Row = Prisma.ModelGetPayload<{ include: typeof modelInclude }>;

const oneOf = <const T extends string>(list: readonly T[], value: string, fallback: T): T =>
  list.find((entry) => entry === value) ?? fallback;

const positiveLabel = (value: unknown): Model["positiveLabel"] =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : 1;

const parsedOr = <S extends z.ZodType>(schema: S, value: unknown, fallback: z.output<S>): z.output<S> => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : fallback;
};

export const toModel = (row: Row): Model => ({
  id: row.id,
  number: row.number,
  slug: row.slug,
  name: row.name,
  task: oneOf(tasks, row.task, "binary"),
  team: row.team,
  criticality: oneOf(criticalities, row.criticality, "medium"),
  description: row.description,
  schema: StoredModelSchema.parse(row.schema),
  decisionThreshold: row.decisionThreshold,
  positiveLabel: positiveLabel(row.positiveLabel),
  labelDelaySeconds: row.labelDelaySeconds,
  window: oneOf(windows, row.window, "1h"),
  timeZone: row.timeZone,
  minimumRows: row.minimumRows,
  minimumLabelCoverage: row.minimumLabelCoverage,
  retention: parsedOr(Retention.nullable(), row.retention, null),
  store: parsedOr(Store, row.store, { kind: "postgres" }),
  reference: row.reference,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a query for one thing by id or slug asks; a slug may look like an id. */
export const byIdOrSlug = (slugOrId: string) => (uuid.test(slugOrId) ? { OR: [{ slug: slugOrId }, { id: slugOrId }] } : { slug: slugOrId });

export const inTeam = (scope: Scope) => (scope.teamId === null ? {} : { teamId: scope.teamId });

/** The model by slug or id within the scope, or null. */
export async function readModel(db: Db, scope: Scope, slugOrId: string): Promise<Model | null> {
  const row = await db.model.findFirst({ where: { AND: [byIdOrSlug(slugOrId), inTeam(scope)] }, include: modelInclude });
  return row ? toModel(row) : null;
}

export type ModelFilter = { limit: number; cursor?: string | undefined; q?: string | undefined; team?: string | undefined };

/** Models in the order of their slugs after `cursor`, one more than `limit` when there are more. */
export async function readModels(db: Db, scope: Scope, { limit, cursor, q, team }: ModelFilter): Promise<Model[]> {
  const like = { contains: q ?? "", mode: "insensitive" as const };
  const rows = await db.model.findMany({
    where: {
      ...inTeam(scope),
      ...(cursor ? { slug: { gt: cursor } } : {}),
      ...(q ? { OR: [{ name: like }, { slug: like }] } : {}),
      ...(team ? { team: { slug: team } } : {}),
    },
    include: modelInclude,
    orderBy: { slug: "asc" },
    take: limit + 1,
  });
  return rows.map(toModel);
}

/** What is written of a model; `number`, id and times are the database's. */
export type ModelFields = Omit<Model, "id" | "number" | "team" | "reference" | "createdAt" | "updatedAt"> & { teamId: string };

const toRow = ({ retention, ...rest }: ModelFields) => ({ ...rest, retention: retention ?? Prisma.DbNull });

export const insertModel = async (db: Db, fields: ModelFields, now: Date): Promise<Model> =>
  toModel(
    await orConflict(
      db.model.create({ data: { ...toRow(fields), createdAt: now, updatedAt: now }, include: modelInclude }),
      `There is a model ${fields.slug} already. Choose another slug.`,
    ),
  );

export const writeModel = async (db: Db, id: string, fields: ModelFields, now: Date): Promise<Model> =>
  toModel(await db.model.update({ where: { id }, data: { ...toRow(fields), updatedAt: now }, include: modelInclude }));

/** Waits for other changes of this model and keeps them out until the transaction ends. */
export const lockModel = async (db: Db, id: string): Promise<void> => {
  await db.$queryRaw`SELECT 1 FROM model WHERE id = ${id}::uuid FOR UPDATE`;
};
