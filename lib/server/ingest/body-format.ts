import "server-only";
import { AppError } from "#lib/domain/errors";

/** `json` is a document or one object a line, which only its content tells. */
export type BodyFormat = "ndjson" | "json" | "csv" | "parquet";

const formatOfType = new Map<string, BodyFormat | "gzip" | "any">([
  ["application/x-ndjson", "ndjson"],
  ["application/ndjson", "ndjson"],
  ["application/jsonl", "ndjson"],
  ["application/x-jsonlines", "ndjson"],
  ["application/json", "json"],
  ["text/csv", "csv"],
  ["application/csv", "csv"],
  ["application/vnd.apache.parquet", "parquet"],
  ["application/x-parquet", "parquet"],
  ["application/gzip", "gzip"],
  ["application/x-gzip", "gzip"],
  ["application/octet-stream", "any"],
]);

const formatOfEnding = new Map<string, BodyFormat>([
  ["ndjson", "ndjson"],
  ["jsonl", "ndjson"],
  ["json", "json"],
  ["csv", "csv"],
  ["parquet", "parquet"],
]);

/** What a content type promises; a file of the machine itself has none. Throws `invalid` for one that is not accepted. */
export function promisedFormat(contentType: string, fileName: string | undefined): BodyFormat | "gzip" | "any" {
  if (contentType === "" && fileName) return "any";
  const [type = "", ...parameters] = contentType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const format = formatOfType.get(type);
  if (!format) {
    const shown = type === "" ? "A content type is missing." : `The content type ${type.slice(0, 100)} is not accepted.`;
    throw new AppError(
      "invalid",
      `${shown} Send application/x-ndjson, application/json, text/csv, application/vnd.apache.parquet, application/gzip or application/octet-stream.`,
    );
  }
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice(8)
    .replaceAll('"', "");
  if (charset && !["utf-8", "utf8", "us-ascii"].includes(charset))
    throw new AppError("invalid", `The character set ${charset.slice(0, 40)} is not accepted. Send UTF-8.`);
  return format;
}

/** The format by a file's name, a .gz behind it left out; else by the first byte that is not blank. */
export function guessedFormat(fileName: string | undefined, head: Uint8Array): BodyFormat {
  const ending = fileName
    ?.toLowerCase()
    .replace(/\.gz$/, "")
    .match(/\.([a-z]+)$/)?.[1];
  const named = ending === undefined ? undefined : formatOfEnding.get(ending);
  if (named) return named;
  const first = head.find((byte) => byte > 32);
  return first === undefined || first === 0x7b || first === 0x5b ? "json" : "csv";
}
