import { type ColumnEvidence, columnEvidence, featureType, looksNumeric, type SampleRow } from "./column-evidence.ts";
import { type ColumnMapping, type Field, fieldsOf, labelLike, nested, sensitive, slicing } from "./event-columns.ts";
import type { FeatureType, Model, Task } from "./model.ts";

/** A proposal, with a reason for every choice: the person decides. */
export type SchemaProposal = {
  rows: number;
  task: Task;
  taskWhy: string;
  positiveLabel: Model["positiveLabel"] | null;
  features: { name: string; type: FeatureType; why: string; missingShare: number; distinct: number; examples: string[] }[];
  groups: { name: string; why: string; values: string[] }[];
  segments: { name: string; why: string; values: string[] }[];
  mapping: ColumnMapping;
  /** the same as the mapping file of an upload or `modelwatch import --map`: column → field, null leaves it out */
  fileMapping: Record<string, string | null>;
  /** columns that become nothing, and why */
  ignored: { name: string; why: string }[];
};

const textOf = (column: ColumnEvidence, limit = 5) => column.values.slice(0, limit).map(({ text }) => text);

function taskOf(found: Map<Field, ColumnEvidence>, columns: ColumnEvidence[]): { task: Task; taskWhy: string } {
  const label = found.get("label");
  const prediction = found.get("prediction");
  const outcome = label && label.distinct > 1 ? label : (prediction ?? label);
  if (columns.some(({ name }) => name.startsWith("scores."))) return { task: "multiclass", taskWhy: "There is a score for each class." };
  if (found.has("score") && (!outcome || outcome.distinct <= 2))
    return { task: "binary", taskWhy: `${found.get("score")?.name} is a probability between 0 and 1.` };
  if (!outcome) return { task: "binary", taskWhy: "Nothing in the sample tells the task; binary is the most frequent one." };
  if (outcome.distinct <= 2) return { task: "binary", taskWhy: `${outcome.name} has ${outcome.distinct} different values.` };
  const codes = outcome.wholeNumbers === outcome.numbers && outcome.distinct <= 20;
  if (looksNumeric(outcome) && !codes)
    return { task: "regression", taskWhy: `${outcome.name} is a number with ${outcome.distinct} different values.` };
  return { task: "multiclass", taskWhy: `${outcome.name} has ${outcome.distinct} different classes.` };
}

const positives = ["1", "true", "yes", "y", "positive", "bad", "fraud", "default"];

function positiveLabelOf(found: Map<Field, ColumnEvidence>): Model["positiveLabel"] {
  const values = (found.get("label") ?? found.get("prediction"))?.values ?? [];
  const known = positives.map((text) => values.find((value) => value.text.toLowerCase() === text)).find((value) => value !== undefined);
  // The rarer class is nearly always the one that people look for.
  const text = (known ?? values.at(-1))?.text;
  if (text === undefined || text === "1") return 1;
  return text.toLowerCase() === "true" ? true : text;
}

/** Proposes task, columns and mapping from a sample of flat rows (nested fields as `features.income`). Reasons are for people to read. */
export function inferSchema(rows: readonly SampleRow[]): SchemaProposal {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => columnEvidence(name, rows));
  const found = fieldsOf(columns);
  const fieldColumns = new Set([...found.values()].map(({ name }) => name));
  const { task, taskWhy } = taskOf(found, columns);
  const proposal: SchemaProposal = {
    rows: rows.length,
    task,
    taskWhy,
    positiveLabel: task === "binary" ? positiveLabelOf(found) : null,
    features: [],
    groups: [],
    segments: [],
    mapping: { ...Object.fromEntries([...found].map(([field, { name }]) => [field, name])), features: {}, groups: {}, segments: {} },
    fileMapping: {},
    ignored: [],
  };
  const label = found.get("label");
  for (const column of columns) {
    if (fieldColumns.has(column.name) || /^(scores|attributions)\./.test(column.name)) continue;
    // A second column with the truth in it would be a feature that knows the answer.
    if (label && !nested(column.name) && labelLike.test(column.name))
      proposal.ignored.push({ name: column.name, why: `It reads like the label, which is ${label.name} already.` });
    else place(column, proposal);
  }
  proposal.fileMapping = fileMapping(proposal);
  return proposal;
}

function fileMapping({ mapping: { features, groups, segments, ...own }, ignored }: SchemaProposal): Record<string, string | null> {
  const nestedIn = (parent: string, names: Record<string, string>) =>
    Object.entries(names).map(([name, column]) => [column, `${parent}.${name}`] as const);
  return Object.fromEntries([
    ...Object.entries(own).map(([field, column]) => [column, field] as const),
    ...nestedIn("features", features),
    ...nestedIn("groups", groups),
    ...nestedIn("segments", segments),
    ...ignored.map(({ name }) => [name, null] as const),
  ]);
}

/** A column's name without what a feature's name may not hold. */
const allowed = (name: string) => name.replaceAll(/[=:]/g, "_").replace(/^@+/, "").slice(0, 200) || "column";

function place(column: ColumnEvidence, proposal: SchemaProposal): void {
  const [, part, inner] = nested(column.name) ?? [];
  const name = allowed(inner ?? column.name);
  const slice = (into: "groups" | "segments", why: string) => {
    proposal[into].push({ name, why, values: textOf(column, 20) });
    proposal.mapping[into][name] = column.name;
  };
  if (part === "groups" || part === "segments") {
    slice(part, `The events carry it as ${part === "groups" ? "a group" : "a segment"}.`);
    return;
  }
  const { type, why } = featureType(column);
  if (type === null) {
    proposal.ignored.push({ name: column.name, why });
    return;
  }
  const few = !(looksNumeric(column) && column.distinct > 2) && column.distinct <= 50;
  // A column of a file fills one field, so what is a group or a segment is not a feature as well.
  if (part === undefined && few && sensitive.test(name)) {
    slice("groups", "A protected attribute by its name: watched for fairness.");
    return;
  }
  if (part === undefined && few && slicing.test(name)) {
    slice("segments", "People often look at one of these at a time.");
    return;
  }
  proposal.features.push({
    name,
    type,
    why,
    missingShare: column.rows === 0 ? 0 : column.missing / column.rows,
    distinct: column.distinct,
    examples: textOf(column),
  });
  proposal.mapping.features[name] = column.name;
}
