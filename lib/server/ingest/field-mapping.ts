import "server-only";
import { AppError } from "#lib/domain/errors";

/** From a column or key of the file to a field such as "timestamp" or "features.income"; null leaves the column out. */
export type FieldMapping = ReadonlyMap<string, Target | null>;
export type Target = { parent: Parent | null; name: string };

const parents = ["features", "groups", "segments", "scores", "attributions"] as const;
type Parent = (typeof parents)[number];
const isParent = (name: string) => parents.some((parent) => parent === name);
const fields = new Set<string>(["id", "timestamp", "version", "score", "prediction", "label", "latencyMs", "error"]);
const accepted = `${[...fields].join(", ")}, ${parents.map((parent) => `${parent}.<name>`).join(", ")}`;

/** "features.a.b" is the feature "a.b"; what has no such prefix is a field of the line itself. */
function targetOf(path: string): Target {
  const dot = path.indexOf(".");
  const parent = parents.find((known) => dot > 0 && known === path.slice(0, dot));
  return parent && dot + 1 < path.length ? { parent, name: path.slice(dot + 1) } : { parent: null, name: path };
}

/** A whole parent is one too: a struct of Parquet, an object of JSON. */
const isField = ({ parent, name }: Target) => (parent !== null || fields.has(name) || isParent(name)) && name !== "__proto__";
const pathOf = ({ parent, name }: Target) => (parent ? `${parent}.${name}` : name);

/** Checks a mapping as a person wrote it: every target is a field that exists, and no two columns share one. */
export function fieldMapping(written: Readonly<Record<string, string | null>>): FieldMapping {
  const mapping = new Map<string, Target | null>();
  const taken = new Map<string, string>();
  for (const [column, path] of Object.entries(written)) {
    const target = path ? targetOf(path) : null;
    mapping.set(column, target);
    if (!target || !path) continue;
    if (!isField(target))
      throw new AppError("invalid", `The mapping sends "${column}" to "${path}", which is not a field. Fields are ${accepted}.`);
    const other = taken.get(path);
    if (other !== undefined)
      throw new AppError(
        "invalid",
        `The mapping sends both "${other}" and "${column}" to "${path}". Map one of them and leave the other out.`,
      );
    taken.set(path, column);
  }
  return mapping;
}

/** Where each column of a table goes; null is left out. Throws `invalid` for a header that cannot be meant. */
export function columnTargets(header: readonly string[], mapping: FieldMapping | null): (Target | null)[] {
  const taken = new Set<string>();
  const targets = header.map((column) => {
    const mapped = mapping?.get(column);
    // tables written with their row numbers have a first column without a name
    const target = mapped === undefined ? (column === "" ? null : targetOf(column)) : mapped;
    if (!target) return null;
    const path = pathOf(target);
    if (taken.has(path)) throw new AppError("invalid", `Two columns are "${path}". Rename one of them or leave it out in the mapping.`);
    taken.add(path);
    return isField(target) ? target : null;
  });
  const split = targets.find((target) => target?.parent && taken.has(target.parent));
  if (split?.parent)
    throw new AppError("invalid", `There is a column "${split.parent}" beside "${pathOf(split)}". Leave one of them out in the mapping.`);
  if (targets.some((target) => target !== null)) return targets;
  const seen = header.join(", ").slice(0, 300);
  throw new AppError(
    "invalid",
    `No column is a field. The first line must name the columns, parted by commas: ${accepted}. Found: ${seen}. Rename the columns or send a mapping.`,
  );
}

/** A row of a table to the object of a line. */
export function rowObject(targets: readonly (Target | null)[], value: (column: number) => unknown): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const nested: Partial<Record<Parent, Record<string, unknown>>> = {};
  for (let column = 0; column < targets.length; column++) {
    const target = targets[column];
    if (!target) continue;
    if (target.parent === null) {
      row[target.name] = value(column);
      continue;
    }
    let parent = nested[target.parent];
    if (!parent) {
      parent = {};
      nested[target.parent] = parent;
      row[target.parent] = parent;
    }
    parent[target.name] = value(column);
  }
  return row;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Applies a mapping to the keys of a JSON object; keys that it does not name stay, and "features.x" is put into features. */
export function mapObject(raw: unknown, mapping: FieldMapping): unknown {
  if (!isRecord(raw)) return raw;
  const row: Record<string, unknown> = {};
  const placed: [Target, unknown][] = [];
  for (const [key, value] of Object.entries(raw)) {
    const mapped = mapping.get(key);
    const target = mapped === undefined ? targetOf(key) : mapped;
    if (!target || target.name === "__proto__") continue;
    if (target.parent || mapped) placed.push([target, value]);
    else row[target.name] = value;
  }
  for (const [target, value] of placed) {
    if (target.parent === null) {
      row[target.name] = value;
      continue;
    }
    const known = row[target.parent];
    const parent: Record<string, unknown> = isRecord(known) ? known : {};
    parent[target.name] = value;
    row[target.parent] = parent;
  }
  return row;
}
