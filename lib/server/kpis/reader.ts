import "server-only";
import type { Kpi } from "#lib/domain/kpis/kpi";
import type { LatestKpiValue } from "#lib/domain/kpis/kpi-value";
import type { KpiKind, QueryOf } from "#lib/domain/kpis/registry";
import type { Steps } from "#lib/domain/kpis/sum-up-points";
import type { Context } from "../context.ts";

/** Reading a KPI needs no rights of its own: who may see a KPI may see what it is made of, summed up. */
export type ReadContext = Pick<Context, "db" | "now">;

/** A range of time cut into steps; `starts` are in ms, the last step ends at or after `to`. */
export type StepRange = { from: number; to: number; starts: number[]; steps: Steps };

/** One series with a value (or null) for each step. */
export type Line = { labels: Record<string, string>; values: (number | null)[] };

/** How other KPIs are read, for those that stand on them. */
export type Others = {
  lines: (slug: string, range: StepRange) => Promise<Line[]>;
  latest: (slug: string, now: Date) => Promise<LatestKpiValue[]>;
};

type Asked<K extends KpiKind> = { ctx: ReadContext; kpi: Kpi; query: QueryOf<K>; others: Others };

/** The server's side of a KPI kind: its values over time, and the newest ones. */
export type KpiReader<K extends KpiKind> = {
  lines: (asked: Asked<K> & { range: StepRange }) => Promise<Line[]>;
  latest: (asked: Asked<K> & { now: Date }) => Promise<LatestKpiValue[]>;
};
