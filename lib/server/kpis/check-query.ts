import "server-only";
import { readFormulas, readKpi } from "#lib/db/kpis";
import { AppError } from "#lib/domain/errors";
import { circleThrough } from "#lib/domain/kpis/combine-series";
import type { KpiWindow } from "#lib/domain/kpis/kpi";
import type { KpiQuery, QueryOf } from "#lib/domain/kpis/registry";
import { windows } from "#lib/domain/models/model";
import { checkMetricQuery } from "../analysis/metric-series.ts";
import type { Context } from "../context.ts";
import { findModel } from "../models/find-model.ts";

type Checked = { slug: string; window: KpiWindow; query: KpiQuery };

const refuse = (path: string, message: string): never => {
  throw new AppError("invalid", message, { errors: [{ path, message }] });
};

async function checkModel(ctx: Pick<Context, "db" | "scope">, query: QueryOf<"model">, window: KpiWindow): Promise<void> {
  if (!windows.some((known) => known === window)) refuse("window", `A metric of a model is counted in windows: use ${windows.join(", ")}.`);
  checkMetricQuery(await findModel(ctx, query.model), query);
}

async function checkFormula(ctx: Pick<Context, "db" | "scope">, slug: string, query: QueryOf<"formula">): Promise<void> {
  for (const [name, input] of Object.entries(query.inputs))
    if (input !== slug && !(await readKpi(ctx.db, ctx.scope, input))) refuse(`query.inputs.${name}`, `There is no KPI ${input}.`);
  const inputsOf = new Map((await readFormulas(ctx.db)).map((formula) => [formula.slug, formula.inputs]));
  const circle = circleThrough(slug, Object.values(query.inputs), inputsOf);
  if (circle) refuse("query.inputs", `This formula would stand on itself: ${circle.join(" → ")}.`);
}

/** Everything about a query that only the database knows: the model and its metric, the inputs of a formula and that none leads back. */
export async function checkKpiQuery(ctx: Pick<Context, "db" | "scope">, { slug, window, query }: Checked): Promise<void> {
  switch (query.kind) {
    case "model":
      return checkModel(ctx, query, window);
    case "formula":
      return checkFormula(ctx, slug, query);
    case "pushed":
      return;
  }
}
