import { count, metric, percent, psi } from "#lib/client/format";
import { type WindowFrame, windowWhen } from "#lib/client/window-points";
import type { DriftAnswer, DriftFeature } from "#lib/domain/analysis/answers/drift";
import { columnName } from "#lib/domain/models/model-words";
import { reasonWords } from "#lib/domain/models/reason-words";

export type DriftWindow = DriftAnswer["windows"][number];

const columns = (many: number): string => (many === 1 ? "column" : "columns");

/** "5 of 9 columns drifted in March 2022". */
export function driftTitle(window: DriftWindow | null, frame: WindowFrame): string {
  if (window === null || window.predictions === 0) return "Drift of columns";
  const when = windowWhen(window.start, frame);
  if (window.judgedCount === 0) return `No column can be judged ${when}`;
  if (window.driftedCount === 0) return `None of ${count(window.judgedCount)} ${columns(window.judgedCount)} drifted ${when}`;
  return `${count(window.driftedCount)} of ${count(window.judgedCount)} ${columns(window.judgedCount)} drifted ${when}`;
}

/** How it was judged: the limit, and how much sampling alone would show. */
export function driftSentence(window: DriftWindow | null): string {
  if (window === null || window.features.length === 0) return "Against the reference, PSI on its deciles.";
  const thresholds = window.features.flatMap(({ threshold }) => (threshold.value === null ? [] : [threshold]));
  const first = thresholds[0];
  if (!first) return `Against the reference, PSI on its deciles. No column has a limit: ${reasonWords(window.reasons?.driftedShare)}.`;
  const values = thresholds.map(({ value }) => value ?? 0);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const noise = Math.max(...thresholds.map(({ sampling }) => sampling ?? 0));
  const limit = least === most ? `Limit ${psi(least)}` : `Limits ${psi(least)} to ${psi(most)}, by rows`;
  const few = window.status === "not_enough_data" ? " Too few rows came for a verdict." : "";
  return `Against the reference, PSI on its deciles. ${limit}; sampling noise here is below ${psi(noise)}.${few}`;
}

/** How the share moved over the range: "56 % of columns drifted in March 2022, at most 67 % in September 2021". */
export function shareSummary(windows: readonly DriftWindow[], selected: DriftWindow | null, frame: WindowFrame): string {
  if (selected === null || selected.driftedShare === null)
    return `No column could be judged${selected ? `: ${reasonWords(selected.reasons?.driftedShare)}` : ""}.`;
  const now = `${percent(selected.driftedShare)} of columns drifted ${windowWhen(selected.start, frame)}`;
  const most = windows.reduce((best, window) => ((window.driftedShare ?? -1) > (best.driftedShare ?? -1) ? window : best), selected);
  return most.start === selected.start
    ? `${now}, the most in this range.`
    : `${now}; the most were ${percent(most.driftedShare)} ${windowWhen(most.start, frame)}.`;
}

/** In which direction a column moved: its mean in the reference and now, or what kind of column it is. */
export function movedWords({ type, mean, referenceMean }: Pick<DriftFeature, "type" | "mean" | "referenceMean">): string {
  if (type !== "numeric") return type;
  return mean === null && referenceMean === null ? "no values" : `${metric(referenceMean)} → ${metric(mean)}`;
}

/** What the distribution of one column says. */
export function featureSummary(feature: DriftFeature, when: string): string {
  const name = columnName(feature.feature);
  if (feature.psi === null) return `The drift of ${name} is not defined ${when}: ${reasonWords(feature.reasons?.psi)}.`;
  const limit = feature.threshold.value === null ? "" : `, limit ${psi(feature.threshold.value)}`;
  const moved =
    feature.type === "numeric" && feature.mean !== null && feature.referenceMean !== null
      ? ` Its mean went from ${metric(feature.referenceMean)} to ${metric(feature.mean)}.`
      : "";
  return `${name} ${feature.drifted ? "drifted" : "did not drift"} ${when}: PSI ${psi(feature.psi)}${limit}.${moved}`;
}

type Known = { start: string; value: number | null };

/** How one measure of a column moved: now, what the reference has, and between what it lay. */
export function historySummary(
  points: readonly Known[],
  selected: string,
  frame: WindowFrame,
  write: (value: number) => string,
  reference: number | null = null,
): string {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const now = points.find(({ start }) => start === selected)?.value;
  if (values.length === 0) return "No window has a value.";
  const spread =
    values.length === 1
      ? ""
      : `; between ${write(Math.min(...values))} and ${write(Math.max(...values))} over ${count(values.length)} windows`;
  const against = reference === null ? "" : `, ${write(reference)} in the reference`;
  const value = now == null ? `Not known ${windowWhen(selected, frame)}` : `${write(now)} ${windowWhen(selected, frame)}`;
  return `${value}${against}${spread}.`;
}

/** PSI of one column over the newest windows, as a sparkline takes it. */
export const psiOverWindows = (windows: readonly DriftWindow[], feature: string, most = 30): (number | null)[] =>
  windows.slice(-most).map(({ features }) => features.find((entry) => entry.feature === feature)?.psi ?? null);
