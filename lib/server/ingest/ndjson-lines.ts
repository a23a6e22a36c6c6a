import "server-only";
import type { LineError } from "#lib/domain/events/event";
import type { FieldMapping } from "./field-mapping.ts";
import { mapObject } from "./field-mapping.ts";
import type { SizedItem } from "./line-batch.ts";
import type { Bytes } from "./peek.ts";
import { textLines } from "./text-lines.ts";

const blank = /^\s*$/;

const notJson = (line: number, text: string, error: unknown): LineError => {
  const hint = /\b(NaN|Infinity)\b/.test(text)
    ? "NaN and Infinity are not JSON, send null."
    : error instanceof Error
      ? error.message.slice(0, 120)
      : "";
  return { line, code: "invalid", path: "", message: `The line is not valid JSON. ${hint}`.trim() };
};

/** One JSON value a line. Blank lines are skipped but counted; of keys given twice the last one holds. */
export async function* ndjsonLines(source: Bytes, mapping: FieldMapping | null): AsyncGenerator<SizedItem[]> {
  for await (const lines of textLines(source)) {
    const items: SizedItem[] = [];
    for (const entry of lines) {
      if ("code" in entry) {
        items.push({ item: entry, size: 0 });
        continue;
      }
      const { line, text } = entry;
      if (text === "" || (text.charCodeAt(0) <= 32 && blank.test(text))) continue;
      try {
        const raw: unknown = JSON.parse(text);
        items.push({ item: { line, raw: mapping ? mapObject(raw, mapping) : raw }, size: text.length });
      } catch (error) {
        items.push({ item: notJson(line, text, error), size: 0 });
      }
    }
    yield items;
  }
}
