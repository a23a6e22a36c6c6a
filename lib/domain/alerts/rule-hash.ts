import type { AlertRule } from "./rule.ts";

/** An edit of these keeps the state: words, who is told, when to look. The severity of what fires changes in place. */
const harmless: ReadonlySet<string> = new Set([
  "name",
  "severity",
  "labels",
  "annotations",
  "channels",
  "enabled",
  "interval",
] satisfies (keyof AlertRule)[]);

/**
 * Hash of what a rule means, the same for two ways of writing the same. When it changes, the state of
 * the rule belongs to another question: `reset` it.
 */
export function ruleHash(rule: AlertRule): string {
  return fnv1a(canonical(Object.fromEntries(Object.entries(rule).filter(([field]) => !harmless.has(field)))));
}

/** JSON with the fields in order and absent ones left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join(",")}}`;
}

/** FNV-1a, 64 bits, in hexadecimal: it tells edits apart, it keeps no secret. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}
