/** The formats that can be sent, told by the name of the file. */
export type FileFormat = { kind: "csv" | "ndjson" | "parquet"; gzip: boolean };

/** What a file is by its name; null for what cannot be sent. */
export function formatOf(name: string): FileFormat | null {
  const match = /\.(csv|ndjson|jsonl|parquet)(\.gz)?$/i.exec(name);
  const ending = match?.[1]?.toLowerCase();
  if (!ending) return null;
  const gzip = match?.[2] !== undefined;
  if (ending === "parquet") return gzip ? null : { kind: "parquet", gzip };
  return { kind: ending === "csv" ? "csv" : "ndjson", gzip };
}

/** Bytes of the file that are read for its preview; the rest is never in the browser's memory. */
export const headBytes = 256 * 1024;
/** A small gzip file can unpack to very much. */
const mostText = 1024 * 1024;

/** `complete` is true when the head is the whole file. */
export type FileHead = { text: string; complete: boolean };

/** The text at the start of a file, unpacked when it is gzip; only whole characters. Throws when it is not what its name says. */
export async function readHead(file: Blob, { gzip }: FileFormat): Promise<FileHead> {
  const part = file.slice(0, headBytes).stream();
  const stream = gzip ? part.pipeThrough(new DecompressionStream("gzip")) : part;
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const cut = file.size > headBytes;
  let text = "";
  let whole = !cut;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += decoder.decode(next.value, { stream: true });
      if (text.length < mostText) continue;
      whole = false;
      await reader.cancel();
      break;
    }
  } catch (error) {
    // A packed file that was cut for the preview ends in the middle: what came before is good.
    if (!cut || text === "")
      throw new Error("The file cannot be unpacked: it is cut off, or not gzip although its name says so.", { cause: error });
  }
  return { text, complete: whole };
}

/** The text without a last line that breaks off. */
export function wholeLines({ text, complete }: FileHead): string {
  return complete ? text : text.slice(0, text.lastIndexOf("\n") + 1);
}
