import type { KpiAnswer } from "./kpi.ts";
import type { KpiStatus } from "./kpi-verdict.ts";

/** One KPI as the stakeholders' page shows it: what it is now, what it should be, where it came from. */
export type KpiSummary = Pick<
  KpiAnswer,
  | "id"
  | "slug"
  | "name"
  | "description"
  | "unit"
  | "direction"
  | "model"
  | "modelName"
  | "owner"
  | "window"
  | "timeZone"
  | "target"
  | "warning"
  | "critical"
> & {
  value: number | null;
  reason: string | null;
  /** the labels of the series that speaks for the KPI: the worst one */
  labels: Record<string, string>;
  /** what the value is of: the time of a pushed value, the end of a window */
  time: string | null;
  status: KpiStatus;
  targetMet: boolean | null;
  sentence: string;
  trend: [time: string, value: number | null][];
  /** from the first to the last known value of the trend */
  change: { by: number; since: string } | null;
  openIncident: { id: string; number: number; severity: string } | null;
};

/** Something that a rule over a KPI found. `fixedAt`: the values were good again, or somebody said so; null while it lasts. */
export type BrokenThing = {
  id: string;
  number: number;
  title: string;
  severity: string;
  state: "open" | "acknowledged" | "fixed";
  kpi: string | null;
  model: string | null;
  modelName: string | null;
  noticedAt: string;
  fixedAt: string | null;
  lastedSeconds: number;
};

export type KpiPage = { items: KpiSummary[]; nextCursor: null; targets: number; missed: number; sentence: string; broken: BrokenThing[] };

const order: Record<KpiStatus, number> = { critical: 0, warning: 1, not_enough_data: 2, no_data: 3, ok: 4, no_limits: 5 };

/** The order in which one should look, and which of several series speaks. */
export const byNeed = (a: { status: KpiStatus; name: string }, b: { status: KpiStatus; name: string }): number =>
  order[a.status] - order[b.status] || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** How a list of KPIs stands, in one sentence. */
export function targetsSentence(
  items: readonly Pick<KpiSummary, "target" | "targetMet">[],
): Pick<KpiPage, "targets" | "missed" | "sentence"> {
  const withTarget = items.filter(({ target }) => target !== null);
  const targets = withTarget.length;
  const missed = withTarget.filter(({ targetMet }) => targetMet === false).length;
  const unknown = withTarget.filter(({ targetMet }) => targetMet === null).length;
  const tail = unknown === 0 ? "" : ` ${unknown} cannot be judged yet.`;
  if (targets === 0) return { targets, missed, sentence: "No target is set." };
  if (missed > 0)
    return { targets, missed, sentence: `${missed} of ${targets} ${targets === 1 ? "target is" : "targets are"} missed.${tail}` };
  if (unknown === targets)
    return { targets, missed, sentence: `${targets === 1 ? "The target" : `The ${targets} targets`} cannot be judged yet.` };
  const met = targets - unknown;
  if (unknown > 0) return { targets, missed, sentence: `${met} of ${targets} targets ${met === 1 ? "is" : "are"} met.${tail}` };
  return { targets, missed, sentence: targets === 1 ? "The target is met." : `All ${targets} targets are met.` };
}

/** The change over a trend, null with fewer than two known values. */
export function changeOf(points: readonly [time: string, value: number | null][]): KpiSummary["change"] {
  const known = points.flatMap(([time, value]) => (value === null ? [] : [{ time, value }]));
  const first = known[0];
  const last = known.at(-1);
  return first && last && first !== last ? { by: last.value - first.value, since: first.time } : null;
}
