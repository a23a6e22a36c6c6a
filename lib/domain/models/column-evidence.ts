import type { FeatureType } from "./model.ts";

/** One value of a sample: what JSON or a cell of a CSV file can hold once objects are flattened. */
export type SampleValue = string | number | boolean | null;
export type SampleRow = Record<string, SampleValue>;

/** What the values of one column say about it. */
export type ColumnEvidence = {
  name: string;
  rows: number;
  missing: number;
  /** up to `distinctLimit` different values, as text, most frequent first */
  values: { text: string; rows: number }[];
  distinct: number;
  /** rows whose value can be read as … */
  numbers: number;
  wholeNumbers: number;
  booleans: number;
  zeroOrOne: number;
  times: number;
  min: number | null;
  max: number | null;
};

const missingTexts = new Set(["", "?", "na", "n/a", "nan", "null", "none"]);
/** What an event may hold for a boolean: "yes" and "no" are categories. */
const booleanTexts = new Set(["true", "false"]);
const numberText = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const timeText = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

export const isMissing = (value: SampleValue | undefined): boolean =>
  value === null || value === undefined || (typeof value === "string" && missingTexts.has(value.trim().toLowerCase()));

/** The number a value is or is written as; null when it is none. */
export function asNumber(value: SampleValue | undefined): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && numberText.test(value.trim()) ? Number(value) : null;
}

/** Reads one column of a sample. Missing is what people write for it: empty, "?", NA, NaN, null, None. */
export function columnEvidence(name: string, rows: readonly SampleRow[]): ColumnEvidence {
  const counts = new Map<string, number>();
  const found = { missing: 0, numbers: 0, wholeNumbers: 0, booleans: 0, zeroOrOne: 0, times: 0 };
  let min: number | null = null;
  let max: number | null = null;
  for (const row of rows) {
    const value = row[name];
    if (value === undefined || value === null || isMissing(value)) {
      found.missing++;
      continue;
    }
    const text = String(value).trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (booleanTexts.has(text.toLowerCase())) found.booleans++;
    if (timeText.test(text)) found.times++;
    const number = asNumber(value);
    if (number === null) continue;
    found.numbers++;
    if (Number.isInteger(number)) found.wholeNumbers++;
    if (text === "0" || text === "1") found.zeroOrOne++;
    min = min === null || number < min ? number : min;
    max = max === null || number > max ? number : max;
  }
  const values = [...counts].map(([text, count]) => ({ text, rows: count })).sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1));
  return { name, rows: rows.length, ...found, values: values.slice(0, 50), distinct: values.length, min, max };
}

const present = (column: ColumnEvidence) => column.rows - column.missing;

/** At least 95 of 100 values read so; a few broken ones should not turn a number into a category. */
const mostly = (count: number, column: ColumnEvidence) => present(column) > 0 && count >= 0.95 * present(column);

export const looksNumeric = (column: ColumnEvidence): boolean => mostly(column.numbers, column);
export const looksLikeTime = (column: ColumnEvidence): boolean => mostly(column.times, column);
export const looksLikeShare = (column: ColumnEvidence): boolean =>
  looksNumeric(column) && column.min !== null && column.max !== null && column.min >= 0 && column.max <= 1;

/** (Nearly) every row has a value of its own. Small samples say nothing about that. */
export const looksUnique = (column: ColumnEvidence): boolean => present(column) >= 20 && column.distinct >= 0.99 * present(column);

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** The type a feature should have and why, or why it should not be a feature at all. */
export function featureType(column: ColumnEvidence): { type: FeatureType; why: string } | { type: null; why: string } {
  if (present(column) === 0) return { type: null, why: "It is empty in every row of the sample." };
  if (looksLikeTime(column)) return { type: null, why: "It holds times." };
  if (column.distinct === 1) {
    const type = looksNumeric(column) ? "numeric" : mostly(column.booleans, column) ? "boolean" : "categorical";
    return { type, why: `It has the same value in every row of the sample: ${column.values[0]?.text ?? ""}.` };
  }
  if (column.booleans === present(column)) return { type: "boolean", why: "All its values are true or false." };
  if (column.zeroOrOne === present(column)) return { type: "boolean", why: "All its values are 0 or 1." };
  if (looksNumeric(column)) {
    const broken = present(column) - column.numbers;
    if (broken > 0) return { type: "numeric", why: `Nearly all its values are numbers; ${plural(broken, "is not", "are not")}.` };
    const codes = column.wholeNumbers === present(column) && column.distinct <= 12 && present(column) >= 100;
    return {
      type: "numeric",
      why: codes
        ? `Numbers, but only ${column.distinct} different ones: choose categorical if they are codes.`
        : "All its values are numbers.",
    };
  }
  if (looksUnique(column)) return { type: null, why: "Nearly every row has a value of its own: an identifier or free text." };
  return { type: "categorical", why: `Text with ${plural(column.distinct, "different value")}.` };
}
