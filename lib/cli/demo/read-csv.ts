import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The data sets of the demo, unpacked into rows of text by column. They have no quoted fields. */
export function readDemoCsv(name: string): Record<string, string>[] {
  const path = join(process.cwd(), "lib", "testing", "data", name);
  const [header = "", ...lines] = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split(/\r?\n/);
  const columns = header.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? ""]));
  });
}
