export type ChangedField = { path: string; before: string | null; after: string | null };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** The fields that differ between two versions of a thing, nested ones with a dotted path, in the order they stand. */
export function changedFields(before: unknown, after: unknown, path = ""): ChangedField[] {
  if (isRecord(before) || isRecord(after)) {
    const left = isRecord(before) ? before : {};
    const right = isRecord(after) ? after : {};
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return names.flatMap((name) => changedFields(left[name], right[name], path ? `${path}.${name}` : name));
  }
  const from = text(before);
  const to = text(after);
  return from === to ? [] : [{ path, before: from, after: to }];
}
