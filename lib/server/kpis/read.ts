import "server-only";
import { readKpi } from "#lib/db/kpis";
import { AppError } from "#lib/domain/errors";
import type { Kpi } from "#lib/domain/kpis/kpi";
import type { LatestKpiValue } from "#lib/domain/kpis/kpi-value";
import { formulaReader } from "./kinds/formula.ts";
import { modelReader } from "./kinds/model.ts";
import { pushedReader } from "./kinds/pushed.ts";
import type { Line, Others, ReadContext, StepRange } from "./reader.ts";

/** Formulas over formulas over …: circles are refused when they are written, this is the second line. */
const deepest = 20;

function othersOf(ctx: ReadContext, depth: number): Others {
  // What a KPI stands on may belong to another team; whoever may see the result sees no more than that.
  const find = async (slug: string): Promise<Kpi | null> => {
    if (depth >= deepest) throw new AppError("invalid", `Formulas stand on each other more than ${deepest} deep.`);
    return readKpi(ctx.db, { teamId: null }, slug);
  };
  return {
    lines: async (slug, range) => {
      const kpi = await find(slug);
      return kpi ? kpiLines(ctx, kpi, range, depth + 1) : [];
    },
    latest: async (slug, now) => {
      const kpi = await find(slug);
      return kpi ? latestKpiValue(ctx, kpi, now, depth + 1) : [];
    },
  };
}

/** A KPI's series, each with one value (or null) per step. */
export async function kpiLines(ctx: ReadContext, kpi: Kpi, range: StepRange, depth = 0): Promise<Line[]> {
  const { query } = kpi;
  const others = othersOf(ctx, depth);
  switch (query.kind) {
    case "model":
      return modelReader.lines({ ctx, kpi, query, others, range });
    case "pushed":
      return pushedReader.lines({ ctx, kpi, query, others, range });
    case "formula":
      return formulaReader.lines({ ctx, kpi, query, others, range });
  }
}

/**
 * The present value of each series of a KPI; empty = no data. Pushed: the newest value not older than the KPI's window. Model: the newest
 * window that is over and whose labels have come. Formula: over the present values of its inputs.
 */
export async function latestKpiValue(ctx: ReadContext, kpi: Kpi, now: Date, depth = 0): Promise<LatestKpiValue[]> {
  const { query } = kpi;
  const others = othersOf(ctx, depth);
  switch (query.kind) {
    case "model":
      return modelReader.latest({ ctx, kpi, query, others, now });
    case "pushed":
      return pushedReader.latest({ ctx, kpi, query, others, now });
    case "formula":
      return formulaReader.latest({ ctx, kpi, query, others, now });
  }
}
