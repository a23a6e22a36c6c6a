import { compact, duration, metric, percent } from "#lib/client/format";
import type { ModelRow } from "#lib/domain/models/model-row";

/** "limit ≥ 0.708": which side is right. Null without a limit. */
export function limitWords(worst: Pick<NonNullable<ModelRow["worst"]>, "limit" | "side">): string | null {
  if (worst.limit === null) return null;
  return `limit ${worst.side === "above" ? "≤" : "≥"} ${metric(worst.limit)}`;
}

/** Behind the value: its limit, else how many labels there are of those needed. */
export function besideValue(row: Pick<ModelRow, "worst" | "labels" | "verdict">): string | null {
  const limit = row.worst ? limitWords(row.worst) : null;
  if (limit) return limit;
  const { labels } = row;
  return labels && row.verdict === "not_enough_data" && labels.labelled < labels.needed
    ? `${compact(labels.labelled)} of ${compact(labels.needed)} labels`
    : null;
}

export const driftWords = ({ drift }: Pick<ModelRow, "drift">): string => (drift ? `${drift.drifted} of ${drift.judged}` : "–");

export const volumeWords = ({ volume }: Pick<ModelRow, "volume">): string =>
  volume.perDay === null ? "no rows" : volume.perDay < 0.95 ? "< 1 / day" : `${compact(Math.round(volume.perDay))} / day`;

/** How old the newest rows are: "24 min". */
export const ageWords = (lastData: string | null, now: string): string =>
  lastData === null ? "never" : duration(Math.max(1, (Date.parse(now) - Date.parse(lastData)) / 1000), 1);

/** What is said of a model on a narrow screen, in one line: what is not known is left out. */
export function factsLine(row: ModelRow): string {
  const { open } = row.incidents;
  const facts = [
    row.drift ? `${driftWords(row)} drifted` : null,
    row.labelCoverage === null ? null : `${percent(row.labelCoverage)} labelled`,
    row.volume.perDay === null ? null : volumeWords(row),
    open > 0 ? `${open} ${open === 1 ? "incident" : "incidents"}` : null,
  ];
  return facts.filter((fact) => fact !== null).join(" · ");
}

/** The series up to the window that decides: what came later cannot be judged yet. */
export const decidedSeries = ({ series, start }: Pick<NonNullable<ModelRow["worst"]>, "series" | "start">): (number | null)[] =>
  series.filter((point) => start === null || point.start <= start).map(({ value }) => value);

/** Read aloud in place of the sparkline. */
export function sparkWords(worst: NonNullable<ModelRow["worst"]>): string {
  const limit = limitWords(worst);
  return `${worst.label} over ${worst.series.length} windows, last ${metric(worst.value)}${limit ? `, ${limit}` : ""}`;
}
