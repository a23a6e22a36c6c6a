import "server-only";
import { AppError } from "#lib/domain/errors";
import type { LineError } from "#lib/domain/events/event";
import type { CsvRecord } from "./csv-record.ts";
import { readCsvLine } from "./csv-record.ts";
import type { FieldMapping, Target } from "./field-mapping.ts";
import { columnTargets, rowObject } from "./field-mapping.ts";
import type { SizedItem } from "./line-batch.ts";
import type { Bytes } from "./peek.ts";
import { longestLine, type TextLine, textLines } from "./text-lines.ts";

/** What an unclosed quote may swallow before reading starts anew behind it. */
const mostOpenLines = 10_000;

type Header = { columns: number; targets: (Target | null)[] };
type Plain = { line: number; text: string };

/**
 * RFC 4180: commas, quotes, a header of field names. `line` is the first line of a record.
 * A record that cannot be read costs its first line only: reading goes on with the line after it.
 */
export async function* csvLines(source: Bytes, mapping: FieldMapping | null): AsyncGenerator<SizedItem[]> {
  let header: Header | null = null;
  let record: CsvRecord = { fields: [], open: null };
  let waiting: Plain[] = [];
  let waitingSize = 0;
  let items: SizedItem[] = [];

  const refuse = (line: number, message: string, code: LineError["code"] = "invalid") => {
    if (!header) throw new AppError(code === "conflict" ? "invalid" : code, `The header of the CSV cannot be read. ${message}`);
    items.push({ item: { line, code, path: "", message }, size: 0 });
  };

  const finish = (line: number, size: number) => {
    const { fields } = record;
    if (!header) {
      header = {
        columns: fields.length,
        targets: columnTargets(
          fields.map((name) => name.trim()),
          mapping,
        ),
      };
      return;
    }
    const { columns, targets } = header;
    if (fields.length !== columns) refuse(line, `The line has ${fields.length} columns, the header has ${columns}.`);
    else items.push({ item: { line, raw: rowObject(targets, (column) => fields[column]) }, size });
  };

  /** Gives up the record's first line and reads the others anew; none of them can be left open in turn, so this ends. */
  const abandon = (message: string, code?: LineError["code"]) => {
    const [first, ...others] = waiting;
    reset();
    if (first) refuse(first.line, message, code);
    for (const other of others) read(other);
  };

  const reset = () => {
    record = { fields: [], open: null };
    waiting = [];
    waitingSize = 0;
  };

  function read(entry: Plain) {
    if (record.open === null && (entry.text === "" || entry.text === "\r")) return;
    waiting.push(entry);
    waitingSize += entry.text.length;
    const next = readCsvLine(entry.text, record);
    if ("fault" in next) return abandon(next.fault);
    record = next;
    if (next.open !== null) {
      if (waitingSize > longestLine || waiting.length > mostOpenLines)
        abandon("A quote is opened and not closed within 4 MB or 10,000 lines.", "too_large");
      return;
    }
    const line = waiting[0]?.line ?? entry.line;
    const size = waitingSize;
    finish(line, size);
    reset();
  }

  const take = (entry: TextLine) => {
    if (!("code" in entry)) return read(entry);
    if (waiting.length > 0) abandon("A quoted field holds a line that cannot be read.");
    refuse(entry.line, entry.message, entry.code);
  };

  for await (const lines of textLines(source)) {
    for (const entry of lines) take(entry);
    if (items.length > 0) yield items;
    items = [];
  }
  if (waiting.length > 0) abandon("A quote is opened and never closed.");
  if (items.length > 0) yield items;
  if (!header) throw new AppError("invalid", "The CSV is empty. Its first line must name the columns.");
}
