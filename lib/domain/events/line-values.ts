export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const absent = (value: unknown): value is null | undefined | "" => value === undefined || value === null || value === "";

/** What a database key can hold: Postgres has no text with a zero byte or half a surrogate pair, so such a row could be stored and never counted. */
export const isKey = (text: string, most: number): boolean => text.length <= most && !text.includes("\u0000") && text.isWellFormed();

/** An id or version as text. A number beyond 2^53 stays one and is then refused: two of them would become one. */
export const nameText = (value: unknown): unknown =>
  typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : value;

/** Text of at most `most` characters, without what Postgres cannot hold. */
export const cutText = (text: string, most: number) => text.slice(0, most).replaceAll("\u0000", "").toWellFormed();

/** A value as its JSON; what is nested too deeply for that is named only. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return Array.isArray(value) ? "[…]" : "{…}";
  }
}

const longestNumber = 500;
const number = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;
const notFinite = /^\s*[+-]?(nan|inf|infinity)\s*$/i;

/** A number written as text (CSV): NaN for those that are not finite, undefined for what is no number. */
export function numberFromText(text: string): number | undefined {
  if (text.length > longestNumber) return undefined;
  if (number.test(text)) return Number(text);
  return notFinite.test(text) ? Number.NaN : undefined;
}
