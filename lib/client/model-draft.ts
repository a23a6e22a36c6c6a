import type { Criticality, Expectations, FeatureType, Model, Task, WindowSize } from "#lib/domain/models/model";
import type { ModelAnswer } from "#lib/domain/models/model-answer";
import type { Proposal } from "./registration.ts";

/** One column of the events: it may be a feature, a group and a segment at once, or nothing. */
export type ColumnDraft = {
  /** stays while the name is typed */
  key: string;
  name: string;
  type: FeatureType;
  feature: boolean;
  group: boolean;
  segment: boolean;
  /** why it was proposed so; null for what a person added */
  why: string | null;
  expectations: Expectations | undefined;
};

export const retentionTiers = ["rows", "5m", "1h", "1d"] as const;
export type RetentionTier = (typeof retentionTiers)[number];

/** A model as its forms hold it: numbers and durations are text until they are sent. */
export type ModelDraft = {
  slug: string;
  name: string;
  task: Task;
  team: string;
  criticality: Criticality;
  description: string;
  decisionThreshold: string;
  positiveLabel: string;
  labelDelay: string;
  window: WindowSize;
  timeZone: string;
  minimumRows: string;
  /** in percent */
  minimumLabelCoverage: string;
  columns: ColumnDraft[];
  retention: Record<RetentionTier, string>;
};

export const blankModel = (team: string): ModelDraft => ({
  slug: "",
  name: "",
  task: "binary",
  team,
  criticality: "medium",
  description: "",
  decisionThreshold: "0.5",
  positiveLabel: "1",
  labelDelay: "0s",
  window: "1h",
  timeZone: "UTC",
  minimumRows: "200",
  minimumLabelCoverage: "0",
  columns: [],
  retention: { rows: "", "5m": "", "1h": "", "1d": "" },
});

export const newColumn = (key: string, name = ""): ColumnDraft => ({
  key,
  name,
  type: "numeric",
  feature: true,
  group: false,
  segment: false,
  why: null,
  expectations: undefined,
});

/** A stored model in its form. */
export function draftOfModel(model: ModelAnswer): ModelDraft {
  return {
    slug: model.slug,
    name: model.name,
    task: model.task,
    team: model.team,
    criticality: model.criticality,
    description: model.description,
    decisionThreshold: String(model.decisionThreshold),
    positiveLabel: String(model.positiveLabel),
    labelDelay: model.labelDelay,
    window: model.window,
    timeZone: model.timeZone,
    minimumRows: String(model.minimumRows),
    minimumLabelCoverage: String(Number((model.minimumLabelCoverage * 100).toPrecision(12))),
    columns: columnsOf(model.schema),
    retention: {
      rows: model.retention?.rows ?? "",
      "5m": model.retention?.["5m"] ?? "",
      "1h": model.retention?.["1h"] ?? "",
      "1d": model.retention?.["1d"] ?? "",
    },
  };
}

type Schema = ModelAnswer["schema"];

function columnsOf({ features, groups, segments }: Schema): ColumnDraft[] {
  const columns = new Map<string, ColumnDraft>();
  const at = (name: string): ColumnDraft => {
    const found = columns.get(name) ?? { ...newColumn(name, name), feature: false, type: "categorical" as const };
    columns.set(name, found);
    return found;
  };
  for (const { name, type, expectations } of features) Object.assign(at(name), { feature: true, type, expectations });
  for (const name of groups) at(name).group = true;
  for (const name of segments) at(name).segment = true;
  return [...columns.values()];
}

/** What the sample proposes, put into the form: task, positive label and columns; everything else stays as it was typed. */
export function withProposal(draft: ModelDraft, proposal: Proposal): ModelDraft {
  const columns = columnsOf({
    features: proposal.features.map(({ name, type }) => ({ name, type })),
    groups: proposal.groups.map(({ name }) => name),
    segments: proposal.segments.map(({ name }) => name),
  });
  const why = new Map([...proposal.segments, ...proposal.groups, ...proposal.features].map((item) => [item.name, item.why]));
  const slices = new Map([...proposal.segments, ...proposal.groups].map((item) => [item.name, item.why]));
  const proposed = columns.map((column) => ({
    ...column,
    why: [why.get(column.name), column.feature ? slices.get(column.name) : undefined].filter(Boolean).join(" "),
  }));
  const left = proposal.ignored
    .filter(({ name }) => !columns.some((column) => column.name === name))
    .map(({ name, why: reason }): ColumnDraft => ({ ...newColumn(name, name), type: "categorical", feature: false, why: reason }));
  return {
    ...draft,
    task: proposal.task,
    positiveLabel: proposal.positiveLabel === null ? draft.positiveLabel : String(proposal.positiveLabel),
    columns: [...proposed, ...left],
  };
}

/** "1" is the number 1 and "true" is true, as they stand in events; everything else is a word. */
export function labelOf(text: string): Model["positiveLabel"] {
  const trimmed = text.trim();
  if (trimmed === "true" || trimmed === "false") return trimmed === "true";
  return trimmed !== "" && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
}

/** Text that is no number is sent as it is, so that the server can say what is wrong with it. */
const number = (text: string, scale = 1): number | string =>
  text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text) / scale;

const named = (columns: readonly ColumnDraft[], role: "group" | "segment") =>
  columns.filter((column) => column[role]).map(({ name }) => name.trim());

/** The columns in the shape of the API. */
export const schemaOf = (columns: readonly ColumnDraft[]) => ({
  features: columns
    .filter(({ feature }) => feature)
    .map(({ name, type, expectations }) => ({ name: name.trim(), type, ...(expectations ? { expectations } : {}) })),
  groups: named(columns, "group"),
  segments: named(columns, "segment"),
});

/** What is sent. Fields that the task has no use for are left out. */
export function bodyOfModel(draft: ModelDraft): Record<string, unknown> {
  const kept = retentionTiers.flatMap((tier) => (draft.retention[tier].trim() === "" ? [] : [[tier, draft.retention[tier].trim()]]));
  const binary = draft.task === "binary";
  return {
    name: draft.name,
    task: draft.task,
    ...(draft.team ? { team: draft.team } : {}),
    criticality: draft.criticality,
    description: draft.description,
    ...(binary ? { decisionThreshold: number(draft.decisionThreshold), positiveLabel: labelOf(draft.positiveLabel) } : {}),
    labelDelay: draft.labelDelay.trim(),
    window: draft.window,
    timeZone: draft.timeZone.trim(),
    minimumRows: number(draft.minimumRows),
    minimumLabelCoverage: number(draft.minimumLabelCoverage, 100),
    schema: schemaOf(draft.columns),
    retention: kept.length > 0 ? Object.fromEntries(kept) : null,
  };
}

/** The server names a column by its place among features, groups or segments; the form shows it at the column. */
export function columnErrors(columns: readonly ColumnDraft[], fields: Readonly<Record<string, string>>): Record<string, string> {
  const lists = {
    features: columns.filter(({ feature }) => feature),
    groups: columns.filter(({ group }) => group),
    segments: columns.filter(({ segment }) => segment),
  };
  const found: Record<string, string> = {};
  for (const [path, message] of Object.entries(fields)) {
    const [, list, place] = /^schema\.(features|groups|segments)\.(\d+)/.exec(path) ?? [];
    const column = list === "features" || list === "groups" || list === "segments" ? lists[list][Number(place)] : undefined;
    if (column) found[column.key] ??= message;
  }
  return found;
}
