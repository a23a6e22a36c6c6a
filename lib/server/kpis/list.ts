import "server-only";
import { z } from "zod";
import { readKpis } from "#lib/db/kpis";
import { kpiAnswer } from "#lib/domain/kpis/kpi";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { findKpi } from "./find-kpi.ts";
import { KpiOutput } from "./kpi-output.ts";

export const listKpis = operation({
  permission: "kpi:read",
  effect: "read",
  summary: "KPIs, by slug",
  input: z.object({
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(100).optional(),
    model: z.string().max(100).optional(),
    team: z.string().max(100).optional(),
  }),
  output: z.object({ items: z.array(KpiOutput), nextCursor: z.string().nullable() }),
  run: async ({ ctx, input: { model, ...filter } }) => {
    const modelId = model ? (await findModel(ctx, model)).id : undefined;
    const found = await readKpis(ctx.db, ctx.scope, { ...filter, modelId });
    const items = found.slice(0, filter.limit).map(kpiAnswer);
    return { items, nextCursor: found.length > filter.limit ? (items.at(-1)?.slug ?? null) : null };
  },
});

export const getKpi = operation({
  permission: "kpi:read",
  effect: "read",
  summary: "One KPI",
  input: z.object({ slug: z.string() }),
  output: KpiOutput,
  run: async ({ ctx, input }) => kpiAnswer(await findKpi(ctx, input.slug)),
});
