import type { FeatureType, ModelSchema } from "#lib/domain/models/model";
import type { PreviewColumn } from "./preview.ts";
import type { Proposal } from "./registration.ts";

export const importKinds = ["predictions", "labels", "reference"] as const;
export type ImportKind = (typeof importKinds)[number];

export const eventFields = ["id", "timestamp", "version", "score", "prediction", "label", "latencyMs", "error"] as const;
export type EventField = (typeof eventFields)[number];
const parts = ["feature", "group", "segment"] as const;
export type ColumnPart = (typeof parts)[number];

/** Where a column goes: a field of the event, a part of it under a name, nowhere, or (as it is) where its own name says. */
export type Target = EventField | ColumnPart | "none" | "as-is";

export type MappedColumn = PreviewColumn & {
  target: Target;
  /** of the feature, group or segment */
  as: string;
  type: FeatureType;
};

/** What lines of each kind can hold. */
export const fieldsOf: Record<ImportKind, readonly EventField[]> = {
  predictions: eventFields,
  labels: ["id", "label", "timestamp", "version"],
  reference: eventFields,
};
const needed: Record<ImportKind, readonly EventField[]> = { predictions: ["id", "timestamp"], labels: ["id", "label"], reference: [] };

export const isPart = (target: Target): target is ColumnPart => parts.some((part) => part === target);
const isField = (name: string): name is EventField => eventFields.some((field) => field === name);
const lists = { feature: "features", group: "groups", segment: "segments" } as const;
const ownName = /^(features|groups|segments|scores|attributions)\../;

/** The column says by its own name where it goes: `features.income`, or a key inside an object of a JSON line. */
export const namesItself = ({ name, path }: Pick<PreviewColumn, "name" | "path">): boolean => path === null || ownName.test(name);

type Known = { schema: ModelSchema; proposal: Proposal | null; kind: ImportKind };

function targetOf(column: PreviewColumn, { schema, proposal, kind }: Known): Pick<MappedColumn, "target" | "as"> {
  const { name } = column;
  const leave = { target: "none", as: name } as const;
  if (namesItself(column)) return { target: kind === "labels" ? "none" : "as-is", as: name };
  const proposed = fieldsOf[kind].find((field) => proposal?.mapping[field] === name);
  if (isField(name)) return fieldsOf[kind].includes(name) ? { target: name, as: name } : leave;
  if (proposed) return { target: proposed, as: name };
  if (kind === "labels") return leave;
  if (schema.features.some((feature) => feature.name === name)) return { target: "feature", as: name };
  if (schema.groups.includes(name)) return { target: "group", as: name };
  if (schema.segments.includes(name)) return { target: "segment", as: name };
  // A model without any column takes what is proposed; a model with columns is not changed unasked.
  const isNew = schema.features.length + schema.groups.length + schema.segments.length === 0;
  const as = Object.entries(proposal?.mapping.features ?? {}).find(([, found]) => found === name)?.[0];
  return isNew && as ? { target: "feature", as } : leave;
}

/** Where each column of a file goes, as far as it can be told; the person has the last word. */
export function mapColumns(columns: readonly PreviewColumn[], known: Known): MappedColumn[] {
  const proposed = new Map(known.proposal?.features.map(({ name, type }) => [name, type]));
  const declared = new Map(known.schema.features.map(({ name, type }) => [name, type]));
  const taken = new Set<EventField>();
  return columns.map((column) => {
    const { target, as } = targetOf(column, known);
    const again = isField(target) && taken.has(target);
    if (isField(target)) taken.add(target);
    return { ...column, target: again ? "none" : target, as, type: declared.get(as) ?? proposed.get(as) ?? "categorical" };
  });
}

const pathOf = ({ target, as, name }: MappedColumn): string | null =>
  target === "none" ? null : target === "as-is" ? name : isPart(target) ? `${lists[target]}.${as.trim()}` : target;

/**
 * The mapping as it is sent: column → field, null leaves the column out. It goes along in the address, so what the server does
 * by itself is not said: a column that is named like its field goes there, one that is named like none is left out.
 */
export function mappingBody(columns: readonly MappedColumn[]): Record<string, string | null> {
  const said = columns.flatMap((column): [string, string | null][] => {
    const { path: name } = column;
    const path = pathOf(column);
    if (name === null || path === name) return [];
    return path === null && !isField(name) && !ownName.test(name) ? [] : [[name, path]];
  });
  return Object.fromEntries(said);
}

/** What keeps the file from being sent, in words; empty when nothing does. */
export function mappingProblems(columns: readonly MappedColumn[], kind: ImportKind): string[] {
  const byPath = Map.groupBy(
    columns.filter(({ target }) => target !== "none"),
    (column) => pathOf(column) ?? "",
  );
  const twice = [...byPath].flatMap(([path, list]) =>
    list.length > 1 ? [`${list.map(({ name }) => name).join(" and ")} all go to ${path}. Keep one of them.`] : [],
  );
  const missing = needed[kind].filter((field) => !byPath.has(field));
  const unnamed = columns.some((column) => isPart(column.target) && column.as.trim() === "");
  return [
    ...missing.map((field) => `No column is the ${field === "timestamp" ? "time" : field}. Choose the one that is.`),
    ...twice,
    ...(unnamed ? ["A feature, group or segment has no name."] : []),
  ];
}

/** What the model's schema lacks for this mapping: new names, and types that the person chose otherwise. Null when nothing. */
export function schemaChange(columns: readonly MappedColumn[], schema: ModelSchema): { schema: ModelSchema; words: string[] } | null {
  const words: string[] = [];
  const features = [...schema.features];
  const names = { group: [...schema.groups], segment: [...schema.segments] };
  for (const { target, as, type } of columns) {
    const name = as.trim();
    if (target === "feature") {
      const at = features.findIndex((feature) => feature.name === name);
      const before = features[at];
      if (!before) {
        features.push({ name, type });
        words.push(`${name} becomes a feature (${type})`);
      } else if (before.type !== type) {
        features[at] = { ...before, type };
        words.push(`${name} changes from ${before.type} to ${type}`);
      }
    } else if ((target === "group" || target === "segment") && !names[target].includes(name)) {
      names[target].push(name);
      words.push(`${name} becomes a ${target}`);
    }
  }
  return words.length > 0 ? { schema: { features, groups: names.group, segments: names.segment }, words } : null;
}
