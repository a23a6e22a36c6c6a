import type { KnownValues } from "./profile.ts";

export type ValueKind = keyof KnownValues;
/** A value that was met for the first time and got a count of its own; `name` is "" for classes. */
export type KnownAddition = { kind: ValueKind; name: string; value: string };

/** How many values of each kind are counted apart, per name. */
export const knownLimits = { groups: 200, segments: 50, classes: 1000 } as const satisfies Record<ValueKind, number>;
export const OTHER = "other";

/** Known values made fast to look up, and what was added since they were read. Append only: a value never changes its place. */
export type ValueRegistry = {
  readonly seen: { groups: Map<string, Set<string>>; segments: Map<string, Set<string>>; classes: Map<string, Set<string>> };
  readonly additions: KnownAddition[];
};

export const noKnownValues: KnownValues = { groups: {}, segments: {}, classes: [] };

export function openRegistry(known: KnownValues): ValueRegistry {
  const sets = (lists: Record<string, string[]>) => new Map(Object.entries(lists).map(([name, values]) => [name, new Set(values)]));
  return { seen: { groups: sets(known.groups), segments: sets(known.segments), classes: sets({ "": known.classes }) }, additions: [] };
}

/**
 * The value under which a row is counted: itself while there is room (it is then registered and listed in `additions`), else "other".
 * A missing value is "" and takes no room. `name` is the group or segment, "" for classes.
 */
export function resolve(registry: ValueRegistry, kind: ValueKind, name: string, value: string): string {
  if (value === "" || value === OTHER) return value;
  const byName = registry.seen[kind];
  let values = byName.get(name);
  if (!values) {
    values = new Set();
    byName.set(name, values);
  }
  if (values.has(value)) return value;
  if (values.size >= knownLimits[kind]) return OTHER;
  values.add(value);
  registry.additions.push({ kind, name, value });
  return value;
}

/** The additions since the last call, for the counter to persist. */
export function takeAdditions(registry: ValueRegistry): KnownAddition[] {
  return registry.additions.splice(0);
}

/** The registry as it is stored. */
export function knownValuesOf({ seen }: ValueRegistry): KnownValues {
  const lists = (sets: Map<string, Set<string>>) => Object.fromEntries([...sets].map(([name, values]) => [name, [...values]]));
  return { groups: lists(seen.groups), segments: lists(seen.segments), classes: [...(seen.classes.get("") ?? [])] };
}
