import "server-only";

/** A record that may go on in further lines: `open` is the text of a quoted field that is not closed yet. */
export type CsvRecord = { fields: string[]; open: string | null };
export type CsvFault = { fault: string };

const quote = '"';

/** Adds one line (without its \n) to a record. A quote opens a field only at its start, inside it is doubled; elsewhere it is a plain character. */
export function readCsvLine(line: string, record: CsvRecord): CsvRecord | CsvFault {
  const { fields } = record;
  let at = 0;
  let text = record.open;
  if (text === null) {
    if (!line.includes(quote)) {
      const plain = line.endsWith("\r") ? line.slice(0, -1) : line;
      return { fields: plain.split(","), open: null };
    }
    if (line[0] === quote) {
      text = "";
      at = 1;
    }
  } else text += "\n";

  for (;;) {
    if (text !== null) {
      const close = line.indexOf(quote, at);
      if (close < 0) return { fields, open: text + line.slice(at) };
      text += line.slice(at, close);
      at = close + 1;
      if (line[at] === quote) {
        text += quote;
        at++;
        continue;
      }
      fields.push(text);
      text = null;
      if (at === line.length || (line[at] === "\r" && at + 1 === line.length)) return { fields, open: null };
      if (line[at] !== ",") return { fault: "A quoted field goes on behind its closing quote. Double a quote that belongs to the text." };
    } else {
      const comma = line.indexOf(",", at);
      if (comma < 0) {
        fields.push(line.slice(at, line.endsWith("\r") ? -1 : undefined));
        return { fields, open: null };
      }
      fields.push(line.slice(at, comma));
      at = comma;
    }
    // `at` is on a comma
    at++;
    if (line[at] === quote) {
      text = "";
      at++;
    }
  }
}
