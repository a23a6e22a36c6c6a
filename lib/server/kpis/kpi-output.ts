import "server-only";
import { z } from "zod";
import { directions, kpiWindows } from "#lib/domain/kpis/kpi";
import { KpiQuery } from "#lib/domain/kpis/registry";

/** The shape of a KPI in answers, for the API document. */
export const KpiOutput = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  unit: z.string(),
  direction: z.enum(directions),
  model: z.string().nullable(),
  modelName: z.string().nullable(),
  team: z.string(),
  owner: z.string().nullable(),
  window: z.enum(kpiWindows),
  target: z.number().nullable(),
  warning: z.number().nullable(),
  critical: z.number().nullable(),
  query: KpiQuery,
  timeZone: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
