import "server-only";
import { readKpi } from "#lib/db/kpis";
import { AppError } from "#lib/domain/errors";
import type { Kpi } from "#lib/domain/kpis/kpi";
import type { Context } from "../context.ts";

/** The KPI by slug or id. Another team's KPI is as absent as one that never was: `not_found`. */
export async function findKpi({ db, scope }: Pick<Context, "db" | "scope">, slugOrId: string): Promise<Kpi> {
  const kpi = await readKpi(db, scope, slugOrId);
  if (!kpi) throw new AppError("not_found", `KPI ${slugOrId} does not exist.`);
  return kpi;
}
