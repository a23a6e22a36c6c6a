import "server-only";
import { parse } from "csv-parse/sync";
import { AppError } from "#lib/domain/errors";
import type { LineError } from "#lib/domain/events/event";
import { KpiValueInput } from "#lib/domain/kpis/kpi-value";

export type ReadValues = { values: KpiValueInput[]; rejected: number; errors: LineError[] };
type Line = { line: number; read: () => unknown };

const mostErrors = 100;

/** Each line is judged alone: the good ones are kept, the others named, at most 100 of them. */
function readLines(lines: Iterable<Line>): ReadValues {
  const result: ReadValues = { values: [], rejected: 0, errors: [] };
  const reject = (line: number, path: string, message: string) => {
    result.rejected++;
    if (result.errors.length < mostErrors) result.errors.push({ line, code: "invalid", path, message });
  };
  for (const { line, read } of lines) {
    let raw: unknown;
    try {
      raw = read();
    } catch {
      reject(line, "", "This line is not JSON.");
      continue;
    }
    const parsed = KpiValueInput.safeParse(raw);
    if (parsed.success) result.values.push(parsed.data);
    else reject(line, parsed.error.issues[0]?.path.join(".") ?? "", parsed.error.issues[0]?.message ?? "This value is not valid.");
  }
  return result;
}

export const ndjsonValues = (text: string): ReadValues =>
  readLines(
    text
      .split("\n")
      .map((content, index) => ({ content, line: index + 1 }))
      .filter(({ content }) => content.trim() !== "")
      .map(({ content, line }) => ({ line, read: () => JSON.parse(content) })),
  );

function csvRows(text: string): Record<string, string>[] {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    throw new AppError("invalid", `The body is not CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Columns time and value; `labels.region` is the label region. */
export function csvValues(text: string): ReadValues {
  const rows = csvRows(text);
  return readLines(
    rows.map((row, index) => {
      const labels = Object.entries(row).flatMap(([name, cell]) =>
        name.startsWith("labels.") && cell !== "" ? [[name.slice(7), cell]] : [],
      );
      const value = row.value?.trim() ? Number(row.value) : undefined;
      return { line: index + 2, read: () => ({ time: row.time?.trim(), value, labels: Object.fromEntries(labels) }) };
    }),
  );
}
