/**
 * The first records of a CSV text (RFC 4180: quotes may hold commas, line ends and doubled quotes), at most `limit` of them.
 * A record that the text breaks off in is left out unless the text is `complete`.
 */
export function csvHead(text: string, limit: number, complete: boolean): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    record.push(cell);
    cell = "";
  };
  const endRecord = () => {
    endCell();
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
  };
  // A byte order mark would become part of the first column's name.
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length && records.length < limit; at++) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === ",") endCell();
    else if (sign === "\n") endRecord();
    else if (sign !== "\r") cell += sign;
  }
  if (complete && records.length < limit && (cell !== "" || record.length > 0)) endRecord();
  return records;
}
