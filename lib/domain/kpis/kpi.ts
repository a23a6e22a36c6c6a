import { z } from "zod";
import { Slug, windows } from "#lib/domain/models/model";
import { KpiQuery } from "./registry.ts";

export const kpiWindows = ["1m", ...windows] as const;
export type KpiWindow = (typeof kpiWindows)[number];

export const directions = ["up", "down"] as const;
export type Direction = (typeof directions)[number];

const Limit = z.number().nullable().default(null);

/** What is known of a KPI without its place: name, unit, which way is good, limits and where its values come from. */
const Described = z.object({
  name: z.string().trim().min(1).max(200),
  description: z.string().max(5000).default(""),
  unit: z.string().trim().max(40).default(""),
  direction: z.enum(directions).default("up"),
  owner: z.string().trim().max(200).nullable().default(null),
  window: z.enum(kpiWindows).default("1d"),
  target: Limit,
  warning: Limit,
  critical: Limit,
  query: KpiQuery,
});

type Limits = { direction: Direction; warning: number | null; critical: number | null };

/** The warning must come before the critical limit, whichever way is good; null when it does, or when one is absent. */
export function limitProblem({ direction, warning, critical }: Limits): string | null {
  if (warning === null || critical === null) return null;
  if (direction === "up" && warning < critical) return "More is better here, so the warning limit must not be below the critical one.";
  if (direction === "down" && warning > critical) return "Less is better here, so the warning limit must not be above the critical one.";
  return null;
}

export const KpiInput = Described.extend({ slug: Slug, model: Slug.nullish(), team: Slug.nullish() }).check(({ value, issues }) => {
  const message = limitProblem(value);
  if (message) issues.push({ code: "custom", path: ["warning"], message, input: value.warning });
});
export type KpiInput = z.infer<typeof KpiInput>;

const field = Described.shape;

/** What may change of a KPI; what is absent stays, null takes a limit, an owner or the model away. */
export const KpiPatch = z
  .object({
    name: field.name,
    description: field.description.unwrap(),
    unit: field.unit.unwrap(),
    direction: field.direction.unwrap(),
    owner: field.owner.unwrap(),
    window: field.window.unwrap(),
    target: field.target.unwrap(),
    warning: field.warning.unwrap(),
    critical: field.critical.unwrap(),
    query: KpiQuery,
    model: Slug.nullable(),
    team: Slug,
  })
  .partial();
export type KpiPatch = z.infer<typeof KpiPatch>;

/** A KPI as the core sees it. `timeZone` is its model's, UTC without one. */
export type Kpi = Omit<KpiInput, "model" | "team"> & {
  id: string;
  team: { id: string; slug: string; name: string };
  model: { id: string; slug: string; name: string } | null;
  timeZone: string;
  createdAt: Date;
  updatedAt: Date;
};

export type KpiAnswer = Omit<Kpi, "team" | "model" | "createdAt" | "updatedAt"> & {
  team: string;
  model: string | null;
  modelName: string | null;
  createdAt: string;
  updatedAt: string;
};

/** A KPI as the API gives it; it can be sent again as it is. */
export const kpiAnswer = ({ team, model, createdAt, updatedAt, ...rest }: Kpi): KpiAnswer => ({
  ...rest,
  team: team.slug,
  model: model?.slug ?? null,
  modelName: model?.name ?? null,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
