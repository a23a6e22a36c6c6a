import type { Criticality } from "#lib/domain/models/model";
import type { AlertRule } from "./rule.ts";

/** What a person may choose to watch. */
export type RuleFormOptions = {
  kpis: { slug: string; name: string }[];
  models: {
    slug: string;
    name: string;
    minimumRows: number;
    criticality: Criticality;
    metrics: { name: string; label: string; needs: "feature" | "attribute" | null; direction: "up" | "down" | "both" }[];
    features: string[];
    attributes: string[];
    versions: string[];
  }[];
};

/** A rule as the form holds it: everything is text until it is sent. */
export type RuleDraft = {
  name: string;
  watch: "kpi" | "model";
  kpi: string;
  model: string;
  metric: string;
  feature: string;
  attribute: string;
  version: string;
  operator: AlertRule["condition"]["operator"];
  critical: string;
  criticalHigh: string;
  warning: string;
  warningHigh: string;
  recovery: string;
  recoveryHigh: string;
  interval: string;
  for: string;
  keepFiringFor: string;
  noData: AlertRule["noData"];
  noDataFor: string;
  onError: AlertRule["onError"];
  minimumSamples: string;
  severity: AlertRule["severity"];
  summary: string;
  runbook: string;
  runbookUrl: string;
  /** fields that the form does not show go back as they came */
  rest: Partial<AlertRule>;
};

const empty: RuleDraft = {
  name: "",
  watch: "model",
  kpi: "",
  model: "",
  metric: "",
  feature: "",
  attribute: "",
  version: "",
  operator: "below",
  critical: "",
  criticalHigh: "",
  warning: "",
  warningHigh: "",
  recovery: "",
  recoveryHigh: "",
  interval: "1m",
  for: "0s",
  keepFiringFor: "0s",
  noData: "no_data",
  noDataFor: "0s",
  onError: "error",
  minimumSamples: "",
  severity: "critical",
  summary: "",
  runbook: "",
  runbookUrl: "",
  rest: {},
};

/** What matters less to the company wakes nobody unless somebody says so. */
export const severityFor = (criticality: Criticality): AlertRule["severity"] =>
  criticality === "low" || criticality === "medium" ? "warning" : "critical";

/** The first draft: what the address names, else the first thing that can be watched. */
export function blankDraft(asked: { model?: string; kpi?: string; metric?: string }, options: RuleFormOptions): RuleDraft {
  const model = options.models.find(({ slug }) => slug === asked.model) ?? options.models[0];
  const metric = model?.metrics.find(({ name }) => name === asked.metric) ?? model?.metrics[0];
  const watch = asked.kpi || !model ? "kpi" : "model";
  return {
    ...empty,
    watch,
    kpi: asked.kpi ?? options.kpis[0]?.slug ?? "",
    model: model?.slug ?? "",
    metric: metric?.name ?? "",
    severity: severityFor(model?.criticality ?? "high"),
    operator: metric?.direction === "down" ? "above" : metric?.direction === "both" ? "outside" : "below",
  };
}

const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));
const low = (limit: unknown) => (Array.isArray(limit) ? text(limit[0]) : text(limit));
const high = (limit: unknown) => (Array.isArray(limit) ? text(limit[1]) : "");

/** A stored rule in the form. */
export function draftOf(rule: AlertRule): RuleDraft {
  const { query, condition } = rule;
  const recovery = "recovery" in condition ? condition.recovery : undefined;
  return {
    ...empty,
    name: rule.name,
    watch: query.kind,
    kpi: query.kind === "kpi" ? query.kpi : "",
    model: query.kind === "model" ? query.model : "",
    metric: query.kind === "model" ? query.metric : "",
    feature: query.kind === "model" ? text(query.feature) : "",
    attribute: query.kind === "model" ? text(query.attribute) : "",
    version: query.kind === "model" ? text(query.version) : "",
    operator: condition.operator,
    critical: low(condition.critical),
    criticalHigh: high(condition.critical),
    warning: low(condition.warning),
    warningHigh: high(condition.warning),
    recovery: low(recovery),
    recoveryHigh: high(recovery),
    interval: rule.interval,
    for: rule.for,
    keepFiringFor: rule.keepFiringFor,
    noData: rule.noData,
    noDataFor: rule.noDataFor,
    onError: rule.onError,
    minimumSamples: text(rule.minimumSamples),
    severity: rule.severity,
    summary: text(rule.annotations.summary),
    runbook: text(rule.annotations.runbook),
    runbookUrl: text(rule.annotations.runbookUrl),
    rest: { labels: rule.labels, annotations: rule.annotations, channels: rule.channels, enabled: rule.enabled },
  };
}

export const hasTwoBounds = (operator: RuleDraft["operator"]): boolean => operator === "outside" || operator === "inside";

function limit(first: string, second: string, operator: RuleDraft["operator"]): number | [number, number] | undefined {
  if (first.trim() === "") return undefined;
  return hasTwoBounds(operator) ? [Number(first), Number(second)] : Number(first);
}

const filled = (entries: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== ""));

/** What is sent: the API's shape, without the fields that were left empty. */
export function bodyOf(draft: RuleDraft): Record<string, unknown> & { query: unknown; condition: unknown } {
  const { operator } = draft;
  const query =
    draft.watch === "kpi"
      ? { kind: "kpi", kpi: draft.kpi }
      : filled({
          kind: "model",
          model: draft.model,
          metric: draft.metric,
          feature: draft.feature,
          attribute: draft.attribute,
          version: draft.version,
        });
  return {
    ...draft.rest,
    name: draft.name,
    query,
    condition: filled({
      operator,
      critical: limit(draft.critical, draft.criticalHigh, operator),
      warning: limit(draft.warning, draft.warningHigh, operator),
      recovery: operator === "equal" ? undefined : limit(draft.recovery, draft.recoveryHigh, operator),
    }),
    interval: draft.interval,
    for: draft.for,
    keepFiringFor: draft.keepFiringFor,
    noData: draft.noData,
    noDataFor: draft.noDataFor,
    onError: draft.onError,
    ...(draft.minimumSamples === "" ? {} : { minimumSamples: Number(draft.minimumSamples) }),
    severity: draft.severity,
    annotations: { ...draft.rest.annotations, ...filled({ summary: draft.summary, runbook: draft.runbook, runbookUrl: draft.runbookUrl }) },
  };
}
