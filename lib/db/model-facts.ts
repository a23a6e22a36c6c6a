import "server-only";
import type { Db } from "./client.ts";

export type OpenIncidents = { open: number; worst: "warning" | "critical" | null; number: number | null };

/** Unresolved incidents by model id: how many, how bad the worst is that still fires, and which to open first. */
export async function readOpenIncidentsByModel(db: Db, modelIds: readonly string[]): Promise<Map<string, OpenIncidents>> {
  const rows = await db.incident.findMany({
    where: { modelId: { in: [...modelIds] }, workflow: { not: "resolved" } },
    select: { modelId: true, severity: true, condition: true, number: true },
    orderBy: { startedAt: "desc" },
    take: 5000,
  });
  const found = new Map<string, OpenIncidents>();
  // what still fires before what has recovered, critical before warning, the newest first
  const rank = (row: (typeof rows)[number]) => (row.condition === "firing" ? 2 : 0) + (row.severity === "critical" ? 1 : 0);
  for (const row of rows.toSorted((a, b) => rank(b) - rank(a))) {
    if (row.modelId === null) continue;
    const before = found.get(row.modelId);
    if (before) before.open += 1;
    else {
      const worst = row.condition !== "firing" ? null : row.severity === "critical" ? ("critical" as const) : ("warning" as const);
      found.set(row.modelId, { open: 1, worst, number: row.number });
    }
  }
  return found;
}

/** The champion's version by model id. */
export async function readChampions(db: Db, modelIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.modelVersion.findMany({
    where: { modelId: { in: [...modelIds] }, stage: "champion" },
    select: { modelId: true, version: true },
  });
  return new Map(rows.map(({ modelId, version }) => [modelId, version]));
}
