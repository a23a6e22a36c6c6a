import { parseFormula } from "#lib/domain/kpis/formula";
import { type Aggregate, aggregates } from "#lib/domain/kpis/kinds/pushed";
import type { Direction, KpiAnswer, KpiWindow } from "#lib/domain/kpis/kpi";
import type { KpiKind } from "#lib/domain/kpis/registry";
import type { WindowSize } from "#lib/domain/models/model";

type Metric = { name: string; label: string; needs: "feature" | "attribute" | null; direction: "up" | "down" | "both" };

/** What a KPI can be made of. */
export type KpiFormOptions = {
  kpis: { slug: string; name: string }[];
  teams: { slug: string; name: string }[];
  models: {
    slug: string;
    name: string;
    window: WindowSize;
    metrics: Metric[];
    features: string[];
    attributes: string[];
    versions: string[];
  }[];
};

/** A KPI as its form holds it: everything is text until it is sent. */
export type KpiDraft = {
  name: string;
  slug: string;
  description: string;
  unit: string;
  direction: Direction;
  owner: string;
  team: string;
  window: KpiWindow;
  target: string;
  warning: string;
  critical: string;
  kind: KpiKind;
  aggregate: Aggregate;
  /** of a metric; for the other kinds the model that the KPI is shown with, or "" */
  model: string;
  metric: string;
  feature: string;
  attribute: string;
  version: string;
  segment: string;
  expression: string;
  /** KPI by the name it has in the formula */
  inputs: Record<string, string>;
};

const empty: KpiDraft = {
  name: "",
  slug: "",
  description: "",
  unit: "",
  direction: "up",
  owner: "",
  team: "",
  window: "1d",
  target: "",
  warning: "",
  critical: "",
  kind: "model",
  aggregate: "mean",
  model: "",
  metric: "",
  feature: "",
  attribute: "",
  version: "",
  segment: "",
  expression: "",
  inputs: {},
};

const directionOf = (metric: Metric | undefined): Direction => (metric?.direction === "down" ? "down" : "up");

/** What follows from another model: its window, and its first metric where it lacks the present one. */
export function withModel(slug: string, metricName: string, { models }: KpiFormOptions): Partial<KpiDraft> {
  const model = models.find((candidate) => candidate.slug === slug);
  const metric = model?.metrics.find(({ name }) => name === metricName) ?? model?.metrics[0];
  return {
    model: slug,
    metric: metric?.name ?? "",
    direction: directionOf(metric),
    feature: "",
    attribute: "",
    version: "",
    segment: "",
    ...(model ? { window: model.window } : {}),
  };
}

/** The first draft: what the address names, else a metric of the first model, else pushed values. */
export function blankKpi(asked: { model?: string | undefined; metric?: string | undefined }, options: KpiFormOptions): KpiDraft {
  const first = options.models.find(({ slug }) => slug === asked.model) ?? options.models[0];
  const team = options.teams[0]?.slug ?? "";
  if (!first) return { ...empty, team, kind: "pushed" };
  return { ...empty, team, ...withModel(first.slug, asked.metric ?? "", options) };
}

const text = (value: number | null) => (value === null ? "" : String(value));

/** A stored KPI in its form. */
export function draftOfKpi(kpi: KpiAnswer): KpiDraft {
  const { query } = kpi;
  const common: KpiDraft = {
    ...empty,
    name: kpi.name,
    slug: kpi.slug,
    description: kpi.description,
    unit: kpi.unit,
    direction: kpi.direction,
    owner: kpi.owner ?? "",
    team: kpi.team,
    window: kpi.window,
    target: text(kpi.target),
    warning: text(kpi.warning),
    critical: text(kpi.critical),
    kind: query.kind,
    model: kpi.model ?? "",
  };
  switch (query.kind) {
    case "model": {
      const { feature = "", attribute = "", version = "", segment = "" } = query;
      return { ...common, model: query.model, metric: query.metric, feature, attribute, version, segment };
    }
    case "pushed":
      return { ...common, aggregate: query.aggregate };
    case "formula":
      return { ...common, expression: query.expression, inputs: query.inputs };
  }
}

/** The names that a formula uses so far; none while it cannot be read. */
export function namesOf(expression: string): string[] {
  const parsed = parseFormula(expression);
  return parsed.ok ? parsed.names : [];
}

const filled = (entries: Record<string, string>) => Object.fromEntries(Object.entries(entries).filter(([, value]) => value.trim() !== ""));

function queryOf(draft: KpiDraft): Record<string, unknown> {
  const { kind, model, metric, feature, attribute, version, segment } = draft;
  if (kind === "model") return { kind, ...filled({ model, metric, feature, attribute, version, segment }) };
  if (kind === "pushed") return { kind, aggregate: draft.aggregate };
  // An input without a KPI is left out, so that the server names it as missing.
  const inputs = Object.fromEntries(namesOf(draft.expression).flatMap((name) => (draft.inputs[name] ? [[name, draft.inputs[name]]] : [])));
  return { kind, expression: draft.expression, inputs };
}

/** Text that is no number is sent as it is, so that the server can say what is wrong with it. */
const limit = (written: string): number | string | null => {
  if (written.trim() === "") return null;
  return Number.isNaN(Number(written)) ? written : Number(written);
};

/** What is sent: the API's shape. */
export const bodyOfKpi = (draft: KpiDraft): Record<string, unknown> => ({
  name: draft.name,
  description: draft.description,
  unit: draft.unit,
  direction: draft.direction,
  owner: draft.owner.trim() === "" ? null : draft.owner,
  ...(draft.team ? { team: draft.team } : {}),
  window: draft.window,
  target: limit(draft.target),
  warning: limit(draft.warning),
  critical: limit(draft.critical),
  model: draft.model || null,
  query: queryOf(draft),
});

export const aggregateWords: Record<Aggregate, string> = {
  mean: "Average",
  last: "The last one",
  sum: "Sum",
  min: "Smallest",
  max: "Largest",
};
export const aggregateOf = (value: string): Aggregate => aggregates.find((known) => known === value) ?? "mean";

/** The limits in one sentence, as they will be applied; "" while there is none. */
export function limitsSentence({ direction, target, warning, critical, unit }: KpiDraft): string {
  const side = direction === "up" ? "below" : "above";
  const met = direction === "up" ? "or more" : "or less";
  const written = (value: string) => (unit.trim() === "" ? value.trim() : `${value.trim()} ${unit.trim()}`);
  const parts = [
    ...(target.trim() ? [`${written(target)} ${met} is on target`] : []),
    ...(warning.trim() ? [`${side} ${written(warning)} is a warning`] : []),
    ...(critical.trim() ? [`${side} ${written(critical)} is critical`] : []),
  ];
  return parts.length > 0 ? `${parts.join("; ")}.` : "";
}
