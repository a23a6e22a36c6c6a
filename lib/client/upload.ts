import { z } from "zod";
import { ApiError, refusalOf } from "./api.ts";
import type { FileFormat } from "./file-head.ts";
import type { ImportKind } from "./mapping-draft.ts";

const Faults = z.array(z.object({ line: z.number(), code: z.string(), path: z.string(), message: z.string() }));

/** What became of the lines of a file. A reference has rows and a version instead of accepted lines. */
export const UploadReport = z.object({
  accepted: z.number().optional(),
  duplicates: z.number().optional(),
  rejected: z.number(),
  pending: z.number().optional(),
  rows: z.number().optional(),
  version: z.number().optional(),
  errors: Faults,
  warnings: z.array(z.object({ code: z.string(), path: z.string(), lines: z.number() })).default([]),
});
export type UploadReport = z.output<typeof UploadReport>;
export type LineFault = z.output<typeof Faults>[number];

type Upload = {
  slug: string;
  kind: ImportKind;
  file: File;
  format: FileFormat;
  /** null sends the columns as they are named */
  mapping: Record<string, string | null> | null;
  atomic: boolean;
  /** bytes that have left the browser; the server goes on after the last one */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
};

const types: Record<FileFormat["kind"], string> = {
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  parquet: "application/vnd.apache.parquet",
};

/** Servers refuse a longer address; the mapping of some hundred columns is about as long. */
const longestAddress = 12_000;

/** Why a mapping cannot be sent, or null: it is too long for an address. */
export const mappingTooLong = (mapping: Record<string, string | null>): string | null =>
  encodeURIComponent(JSON.stringify(mapping)).length > longestAddress
    ? "The mapping is too long to be sent with the file. Name the columns of the file like the fields, such as features.income; then they need none."
    : null;

/** Where a file goes: its name makes it an upload that is listed, the mapping goes along in the address. */
export function uploadAddress({
  slug,
  kind,
  file,
  mapping,
  atomic,
}: Pick<Upload, "slug" | "kind" | "mapping" | "atomic"> & { file: { name: string } }): string {
  const query = new URLSearchParams({ file: file.name.slice(0, 300) });
  if (mapping) query.set("mapping", JSON.stringify(mapping));
  if (atomic && kind !== "reference") query.set("atomic", "true");
  return `/api/v1/models/${encodeURIComponent(slug)}/${kind}?${query}`;
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Sends a file as it lies on disk: the browser streams it, so memory does not grow with it. Only XMLHttpRequest tells
 * how much has been sent. Rejects with an ApiError, or an AbortError when `signal` ended it.
 */
export function uploadFile(upload: Upload): Promise<UploadReport> {
  const { kind, file, format, onProgress, signal } = upload;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", abort);
      settle();
    };
    const unreachable =
      "The connection broke off. What was stored before stays; the same file can be sent again, as duplicates change nothing.";
    request.open(kind === "reference" ? "PUT" : "POST", uploadAddress(upload));
    request.setRequestHeader("content-type", types[format.kind]);
    if (format.gzip) request.setRequestHeader("content-encoding", "gzip");
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () =>
      end(() => {
        const answer = json(request.responseText);
        const parsed = UploadReport.safeParse(answer);
        if (request.status >= 200 && request.status < 300 && parsed.success) resolve(parsed.data);
        else reject(refusalOf(request.status, answer));
      });
    request.onerror = () => end(() => reject(new ApiError(0, "unavailable", unreachable)));
    request.onabort = () => end(() => reject(new DOMException("The upload was stopped.", "AbortError")));
    signal.addEventListener("abort", abort);
    if (signal.aborted) {
      end(() => reject(new DOMException("The upload was stopped.", "AbortError")));
      return;
    }
    request.send(file);
  });
}

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** A sheet would run what begins with one of these as a formula. */
const safe = (text: string) => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);

/** The rejected lines as a CSV file. */
export const faultsCsv = (faults: readonly LineFault[]): string =>
  [["line", "field", "code", "message"], ...faults.map(({ line, path, code, message }) => [String(line), safe(path), code, safe(message)])]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");
