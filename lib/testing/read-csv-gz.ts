import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export type CsvTable = {
  rows: number;
  text: (column: string) => string[];
  /** NaN for an empty cell */
  numbers: (column: string) => Float64Array;
};

/** Reads a gzip-compressed CSV of `lib/testing/data` (first line names, no quoted cells) by column. */
export function readCsvGz(file: string): CsvTable {
  const content = gunzipSync(readFileSync(new URL(`./data/${file}`, import.meta.url))).toString("utf8");
  const [header = "", ...lines] = content.trimEnd().split(/\r?\n/);
  const names = header.split(",");
  const cells = lines.map((line) => line.split(","));
  const text = (column: string): string[] => {
    const index = names.indexOf(column);
    if (index < 0) throw new Error(`${file} has no column ${column}; it has ${names.join(", ")}.`);
    return cells.map((row) => row[index] ?? "");
  };
  return {
    rows: cells.length,
    text,
    numbers: (column) => Float64Array.from(text(column), (cell) => (cell === "" ? Number.NaN : Number(cell))),
  };
}
