import type { ProvenanceFacts } from "#components/charts/provenance";
import { count, date, dateTime, decimal, percent, period } from "#lib/client/format";
import type { Provenance, ReferenceAnswer } from "#lib/domain/analysis/answers/common";
import { windowChoices } from "#lib/domain/models/model-words";

export type Asked = {
  /** The value asked about: "ROC AUC, March 2022". */
  title: string;
  sentence?: string;
  /** What is particular to this value, above what holds for the whole answer. */
  items?: readonly { name: string; value: string }[];
};

const sources: Record<string, string> = { postgres: "Postgres, events and labels of this model" };

/** How a number came about, in the words of the popover; absent facts are left out. */
export function provenanceFacts(
  { title, sentence, items = [] }: Asked,
  { provenance: p, reference }: { provenance: Provenance; reference: ReferenceAnswer },
  timeZone: string,
): ProvenanceFacts {
  const coverage = p.labelCoverage === null ? "" : `, ${percent(p.labelCoverage)} labelled`;
  const span = reference?.from && reference.to ? `, ${period(reference.from, reference.to, (at) => date(at, p.timeZone))}` : "";
  const bounds = Object.entries(p.bounds ?? {}).map(([name, bound]) => `${name} within ${bound < 0.0005 ? "0.001" : decimal(bound, 3)}`);
  const facts: [string, string | null][] = [
    ["Method", p.method],
    ["Precision", p.precision === "exact" ? "exact" : ["approximate", ...bounds].join(", ")],
    ["Current", `${count(p.currentRows)} rows${coverage}`],
    ["Reference", reference ? `version ${reference.version}, ${count(reference.rows)} rows${span}` : "none"],
    ["Windows", p.window ? `${windowChoices[p.window]}, cut in ${p.timeZone}` : `one range, ${p.timeZone}`],
    ["Version", p.version ?? "all but shadow versions"],
    ["Segment", p.segment ?? "all rows"],
    ["Bins", p.bins],
    ["Floor", p.floor === null ? null : String(p.floor)],
    ["Logarithm", p.logBase === null ? null : `base ${p.logBase}`],
    ["Source", sources[p.dataSource] ?? p.dataSource],
    ["Not counted yet", p.pendingRows > 0 ? `${count(p.pendingRows)} rows` : null],
    ["Notes", p.notes?.length ? p.notes.join(" ") : null],
    ["Computed", `${dateTime(p.computedAt, timeZone)} ${timeZone}`],
  ];
  return {
    title,
    ...(sentence ? { sentence } : {}),
    items: [...items, ...facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))],
    json: JSON.stringify({ title, reference, provenance: p }, null, 2),
  };
}
