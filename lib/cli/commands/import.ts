import { open, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { countPending } from "#lib/server/counting/count-pending";
import { importFile } from "#lib/server/ingest/import-file";
import { type Command, optional, required, UsageError } from "../command.ts";

type Kind = "predictions" | "labels" | "reference";

const Report = z.looseObject({
  accepted: z.number().optional(),
  duplicates: z.number().optional(),
  rejected: z.number(),
  pending: z.number().optional(),
  rows: z.number().optional(),
  version: z.number().optional(),
  errors: z.array(z.object({ line: z.number(), path: z.string(), message: z.string() })),
});

async function readMapping(path: string | undefined): Promise<Record<string, string | null> | null> {
  if (!path) return null;
  const parsed = z.record(z.string(), z.string().nullable()).safeParse(JSON.parse(await readFile(path, "utf8").catch(() => "null")));
  if (!parsed.success) throw new UsageError(`${path} is not a mapping: a JSON object of column names to field names.`);
  return parsed.data;
}

const shownErrors = 5;

/** Imports files one after another and counts what they brought; a rejected line is named, good ones are kept. */
const importCommand = (kind: Kind): Command => ({
  name: `import ${kind}`,
  usage: `import ${kind} --model m [--map mapping.json] [--atomic] FILE…`,
  summary: `Imports ${kind} from .csv, .csv.gz, .ndjson, .ndjson.gz or .parquet files.`,
  options: { model: { type: "string" }, map: { type: "string" }, atomic: { type: "boolean" } },
  run: async ({ flags, files, io }) => {
    const model = required(flags, "model");
    if (files.length === 0) throw new UsageError("Name at least one file.");
    const mapping = await readMapping(optional(flags, "map"));
    const reports = [];
    for (const file of files) {
      const report = Report.parse(
        await importFile(io.caller(), {
          model,
          kind,
          fileName: basename(file),
          mapping,
          atomic: flags.atomic === true,
          // opened first: what cannot be read is refused before anything is done
          stream: (await open(file)).createReadStream(),
          onProgress: (lines: number) => io.note(`${basename(file)}: ${lines.toLocaleString("en-US")} lines`),
        }),
      );
      reports.push({ file, ...report });
    }
    io.note("counting …");
    await countPending({ signal: io.signal });
    return reports.length === 1 ? reports[0] : { files: reports };
  },
  print: (answer, io) => {
    const single = Report.safeParse(answer);
    const reports = single.success ? [single.data] : z.object({ files: z.array(Report) }).parse(answer).files;
    for (const report of reports) {
      const parts = [
        report.rows === undefined ? `${report.accepted} accepted` : `reference ${report.version}: ${report.rows} rows`,
        ...(report.duplicates ? [`${report.duplicates} duplicates`] : []),
        ...(report.pending ? [`${report.pending} wait for their prediction`] : []),
        ...(report.rejected ? [`${report.rejected} rejected`] : []),
      ];
      io.out(parts.join(", "));
      for (const error of report.errors.slice(0, shownErrors))
        io.out(`  line ${error.line}: ${error.path ? `${error.path}: ` : ""}${error.message}`);
    }
  },
});

export const importPredictions = importCommand("predictions");
export const importLabels = importCommand("labels");
export const importReference = importCommand("reference");
