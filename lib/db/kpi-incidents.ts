import "server-only";
import type { Db } from "./client.ts";

type Watched = { id: string; modelId: string | null; metric: string | null };

/** The rules that watch each KPI: those over the KPI, and those over the very metric that it shows. */
export async function readWatchingRules(db: Db, kpis: readonly Watched[]): Promise<Map<string, string[]>> {
  const rows = await db.alertRule.findMany({
    where: {
      OR: [
        { kpiId: { in: kpis.map(({ id }) => id) } },
        ...kpis.flatMap(({ modelId, metric }) =>
          modelId && metric ? [{ modelId, spec: { path: ["query", "metric"], equals: metric } }] : [],
        ),
      ],
    },
    select: { id: true, kpiId: true, modelId: true, spec: true },
  });
  const metricOf = (spec: unknown): unknown =>
    typeof spec === "object" &&
    spec !== null &&
    "query" in spec &&
    typeof spec.query === "object" &&
    spec.query !== null &&
    "metric" in spec.query
      ? spec.query.metric
      : null;
  return new Map(
    kpis.map(({ id, modelId, metric }) => [
      id,
      rows
        .filter((rule) => rule.kpiId === id || (metric !== null && rule.modelId === modelId && metricOf(rule.spec) === metric))
        .map((rule) => rule.id),
    ]),
  );
}

/** Incidents of these rules that began or still lasted after `since`, the newest first. */
export const readIncidentsOfRules = (db: Db, ruleIds: readonly string[], since: Date) =>
  db.incident.findMany({
    where: { ruleId: { in: [...ruleIds] }, OR: [{ startedAt: { gte: since } }, { workflow: { not: "resolved" } }] },
    include: { model: { select: { slug: true, name: true } } },
    orderBy: { startedAt: "desc" },
    take: 200,
  });
