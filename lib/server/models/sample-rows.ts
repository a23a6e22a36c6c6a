import "server-only";
import { parse } from "csv-parse/sync";
import { AppError } from "#lib/domain/errors";
import type { SampleRow, SampleValue } from "#lib/domain/models/column-evidence";

/** Rows beyond this many say nothing new about a column. */
export const sampleLimit = 10_000;

const plain = (value: unknown): SampleValue => {
  if (value === null || value === undefined) return null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : JSON.stringify(value);
};

/** `{features:{income:1}}` → `{"features.income":1}`; deeper structure is kept as its JSON. */
export function flatRow(row: object): SampleRow {
  const flat: [string, SampleValue][] = [];
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      for (const [inner, innerValue] of Object.entries(value)) flat.push([`${name}.${inner}`, plain(innerValue)]);
    else flat.push([name, plain(value)]);
  }
  return Object.fromEntries(flat);
}

const refuse = (line: number, why: string): never => {
  throw new AppError("invalid", `Line ${line} of the sample ${why}.`);
};

function ndjsonRows(text: string): SampleRow[] {
  const rows: SampleRow[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    if (rows.length === sampleLimit) break;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      refuse(index + 1, "is not JSON");
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(index + 1, "is not a JSON object");
    rows.push(flatRow(value));
  }
  return rows;
}

function csvRows(text: string): SampleRow[] {
  try {
    const rows: Record<string, string>[] = parse(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      to: sampleLimit,
    });
    return rows.map((row) => ({ ...row }));
  } catch (error) {
    throw new AppError("invalid", `The sample is not CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Rows of a sample, flat. The text tells its format: NDJSON starts with a brace, everything else is CSV with a header. */
export const sampleRows = (text: string): SampleRow[] => (text.trimStart().startsWith("{") ? ndjsonRows(text) : csvRows(text));
