import "server-only";
import { directions, type Kpi, kpiWindows } from "#lib/domain/kpis/kpi";
import { KpiQuery } from "#lib/domain/kpis/registry";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";
import { byIdOrSlug, inTeam } from "./models.ts";
import { orConflict } from "./unique-violation.ts";

type Scope = { teamId: string | null };

const include = {
  team: { select: { id: true, slug: true, name: true } },
  model: { select: { id: true, slug: true, name: true, timeZone: true } },
} as const satisfies Prisma.KpiInclude;

type Row = Prisma.KpiGetPayload<{ include: typeof include }>;

const toKpi = (row: Row): Kpi => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  unit: row.unit,
  direction: directions.find((direction) => direction === row.direction) ?? "up",
  owner: row.owner,
  window: kpiWindows.find((window) => window === row.window) ?? "1d",
  target: row.target,
  warning: row.warning,
  critical: row.critical,
  query: KpiQuery.parse(row.query),
  team: row.team,
  model: row.model && { id: row.model.id, slug: row.model.slug, name: row.model.name },
  timeZone: row.model?.timeZone ?? "UTC",
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export async function readKpi(db: Db, scope: Scope, slugOrId: string): Promise<Kpi | null> {
  const row = await db.kpi.findFirst({ where: { AND: [byIdOrSlug(slugOrId), inTeam(scope)] }, include });
  return row ? toKpi(row) : null;
}

export type KpiFilter = { limit: number; cursor?: string | undefined; modelId?: string | undefined; team?: string | undefined };

/** KPIs in the order of their slugs after `cursor`, one more than `limit` when there are more. */
export async function readKpis(db: Db, scope: Scope, { limit, cursor, modelId, team }: KpiFilter): Promise<Kpi[]> {
  const rows = await db.kpi.findMany({
    where: {
      ...inTeam(scope),
      ...(cursor ? { slug: { gt: cursor } } : {}),
      ...(modelId ? { modelId } : {}),
      ...(team ? { team: { slug: team } } : {}),
    },
    include,
    orderBy: { slug: "asc" },
    take: limit + 1,
  });
  return rows.map(toKpi);
}

/** All formulas of the organisation with what they stand on, whatever the scope: a circle may lead through another team. */
export async function readFormulas(db: Db): Promise<{ id: string; slug: string; inputs: string[] }[]> {
  const rows = await db.kpi.findMany({
    where: { query: { path: ["kind"], equals: "formula" } },
    select: { id: true, slug: true, query: true },
  });
  return rows.map(({ id, slug, query }) => {
    const parsed = KpiQuery.parse(query);
    return { id, slug, inputs: parsed.kind === "formula" ? Object.values(parsed.inputs) : [] };
  });
}

export type KpiFields = Omit<Kpi, "id" | "team" | "model" | "timeZone" | "createdAt" | "updatedAt"> & {
  teamId: string;
  modelId: string | null;
};

export const insertKpi = async (db: Db, fields: KpiFields, now: Date): Promise<Kpi> =>
  toKpi(
    await orConflict(
      db.kpi.create({ data: { ...fields, createdAt: now, updatedAt: now }, include }),
      `There is a KPI ${fields.slug} already. Choose another slug.`,
    ),
  );

export const writeKpi = async (db: Db, id: string, fields: KpiFields, now: Date): Promise<Kpi> =>
  toKpi(await db.kpi.update({ where: { id }, data: { ...fields, updatedAt: now }, include }));

export const deleteKpi = async (db: Db, id: string): Promise<void> => {
  await db.kpi.delete({ where: { id } });
};
