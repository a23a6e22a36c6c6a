import type { Caller } from "#lib/server/context";
import { importFile } from "#lib/server/ingest/import-file";

const linesAtOnce = 500;

async function* ndjson(rows: readonly unknown[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let from = 0; from < rows.length; from += linesAtOnce)
    yield encoder.encode(
      rows
        .slice(from, from + linesAtOnce)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(""),
    );
}

/** Sends rows as the API would get them. */
export async function send(
  caller: Caller,
  model: string,
  kind: "predictions" | "labels" | "reference",
  rows: readonly unknown[],
): Promise<void> {
  if (rows.length === 0) return;
  const report = await importFile(caller, {
    model,
    kind,
    fileName: `${model}.ndjson`,
    contentType: "application/x-ndjson",
    stream: ndjson(rows),
    audited: false,
  });
  const first = report.errors[0];
  if (first) throw new Error(`${model} ${kind}: line ${first.line}: ${first.path} ${first.message}`);
}
