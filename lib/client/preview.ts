import { csvHead } from "./csv-head.ts";
import { type FileFormat, type FileHead, wholeLines } from "./file-head.ts";

/** One column of a file as its first rows show it. `path` is how a mapping names it; null inside an object of a JSON line. */
export type PreviewColumn = { name: string; path: string | null; examples: string[] };
export type Preview = { columns: PreviewColumn[]; rows: string[][]; complete: boolean };

const previewRows = 8;
const lookedAt = 200;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** The cells of a JSON line: objects one level deep become `features.income`. */
function flat(line: Record<string, unknown>): Map<string, { value: string; nested: boolean }> {
  const cells = new Map<string, { value: string; nested: boolean }>();
  for (const [name, value] of Object.entries(line)) {
    if (isRecord(value))
      for (const [inner, found] of Object.entries(value)) cells.set(`${name}.${inner}`, { value: text(found), nested: true });
    else cells.set(name, { value: text(value), nested: false });
  }
  return cells;
}

function jsonRows(head: FileHead): { columns: { name: string; path: string | null }[]; rows: string[][] } {
  const lines = wholeLines(head)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, lookedAt);
  const cells = lines.map((line, at) => {
    try {
      const parsed: unknown = JSON.parse(line);
      if (isRecord(parsed)) return flat(parsed);
    } catch {}
    throw new Error(`Line ${at + 1} of the file is not a JSON object. NDJSON has one object a line.`);
  });
  const names = new Map<string, string | null>();
  for (const row of cells) for (const [name, { nested }] of row) names.set(name, nested ? null : name);
  const columns = [...names].map(([name, path]) => ({ name, path }));
  return { columns, rows: cells.map((row) => columns.map(({ name }) => row.get(name)?.value ?? "")) };
}

function csvRows(head: FileHead): { columns: { name: string; path: string | null }[]; rows: string[][] } {
  const [header, ...rows] = csvHead(head.text, lookedAt + 1, head.complete);
  if (!header) throw new Error("The file has no complete line in its first 256 KB. CSV begins with the names of its columns.");
  return { columns: header.map((name) => ({ name, path: name })), rows };
}

/** Columns and first rows of a file. Throws with a sentence for the person when the head is not what its name says. */
export function previewOf(head: FileHead, kind: Exclude<FileFormat["kind"], "parquet">): Preview {
  const { columns, rows } = kind === "csv" ? csvRows(head) : jsonRows(head);
  if (columns.length === 0) throw new Error("The file is empty.");
  return {
    columns: columns.map((column, at) => ({
      ...column,
      examples: [...new Set(rows.map((row) => row[at] ?? "").filter((cell) => cell !== ""))].slice(0, 3),
    })),
    rows: rows.slice(0, previewRows),
    complete: head.complete,
  };
}
