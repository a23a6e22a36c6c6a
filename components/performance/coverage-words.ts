import { axisLabels, count, date, monthYear, percent } from "#lib/client/format";
import { stepOf, type WindowFrame, windowInSentence } from "#lib/client/window-points";
import type { WindowHead } from "#lib/domain/analysis/answers/common";
import { durationSeconds } from "#lib/domain/time/duration";

const DAY = 86_400;

function delayWords(labelDelay: string): string {
  const seconds = durationSeconds(labelDelay) ?? 0;
  if (seconds === 0) return "Labels are expected with the predictions.";
  if (seconds % DAY === 0) return `Labels arrive ${seconds / DAY} ${seconds === DAY ? "day" : "days"} late.`;
  return `Labels arrive ${labelDelay} late.`;
}

/** How late labels come, and when the newest window that misses some should have them all. */
export function coverageSummary(windows: readonly WindowHead[], labelDelay: string, frame: WindowFrame): string {
  const delay = delayWords(labelDelay);
  const open = windows.findLast(({ predictions, labelled }) => predictions > 0 && labelled < predictions);
  if (!windows.some(({ predictions }) => predictions > 0)) return `${delay} No predictions came in this range.`;
  if (!open) return `${delay} Every row of this range is labelled.`;
  const when = windowInSentence(open.start, frame);
  const name = when.charAt(0).toUpperCase() + when.slice(1);
  if (open.status !== "pending")
    return `${delay} ${name}: ${count(open.labelled)} of ${count(open.predictions)} rows, and no more are due.`;
  const complete = Date.parse(open.end) + (durationSeconds(labelDelay) ?? 0) * 1000;
  return `${delay} ${name}: ${percent(open.labelled / open.predictions)}, complete on ${date(complete, frame.timeZone)}.`;
}

/** Words below the first and the last bar. */
export function coverageEnds(windows: readonly WindowHead[], { size, timeZone }: WindowFrame): [string, string] {
  const ends = [windows[0]?.start, windows.at(-1)?.start].map((start) => start ?? "");
  if (size === "1mo") return [monthYear(ends[0], timeZone), monthYear(ends[1], timeZone)];
  const [first = "", last = ""] = stepOf(size) === "day" ? ends.map((end) => date(end, timeZone)) : axisLabels(ends, "hour", timeZone);
  return [first, last];
}
