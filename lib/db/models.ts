import "server-only";
import type { z } from "zod";
import { criticalities, type Model, Retention, Store, tasks, windows } from "#lib/domain/models/model";
import { StoredModelSchema } from "#lib/domain/models/stored-schema";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

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
