import { count, range, metric as writeMetric } from "#lib/client/format";
import { writeValue } from "#lib/client/value-format";
import { type WindowFrame, windowInSentence, windowWhen } from "#lib/client/window-points";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import type { Task } from "#lib/domain/models/model";
import { reasonWords } from "#lib/domain/models/reason-words";
import { metricFormat, metricName } from "./metric-series.ts";

type Window = PerformanceAnswer["windows"][number];

/** What a metric says in one window: value, limit, what was before; or why it says nothing. */
export function metricSummary(answer: PerformanceAnswer, task: Task, metric: string, selected: Window | null, frame: WindowFrame): string {
  const name = metricName(task, metric);
  if (selected === null || answer.windows.every(({ predictions }) => predictions === 0)) return `No predictions came in this range.`;
  const when = windowWhen(selected.start, frame);
  const found = selected.metrics[metric];
  const write = (value: number) => writeValue(value, metricFormat(metric));
  if (selected.predictions === 0) return `No predictions came ${when}.`;
  const labelled = `${count(selected.labelled)} of ${count(selected.predictions)} rows are labelled`;
  if (selected.status === "pending") return `Labels of ${windowInSentence(selected.start, frame)} are still due: ${labelled}.`;
  if (found?.value == null) return `${name} is not defined ${when}: ${reasonWords(found?.reason)}.`;
  const breach = selected.breaches.find((entry) => entry.metric === metric);
  const before = answer.windows.findLast(
    ({ start, metrics, status }) => start < selected.start && status !== "pending" && metrics[metric]?.value != null,
  );
  const was = before?.metrics[metric]?.value;
  const after = before && was != null ? `, after ${write(was)} ${windowWhen(before.start, frame)}` : "";
  if (selected.status === "not_enough_data")
    return `${name} is ${write(found.value)} ${when}${after}; with ${count(selected.labelled)} of ${count(selected.predictions)} rows labelled that is too few for a verdict.`;
  if (breach) return `${name} is ${write(found.value)} ${when}, ${breach.side} its limit of ${write(breach.limit)}${after}.`;
  const limits = answer.thresholds[metric];
  const within = limits === undefined || limits.reason !== undefined ? "" : ", within its limits";
  return `${name} is ${write(found.value)} ${when}${within}${after}.`;
}

/** What belongs to one value in the popover: value, interval, limit and how it was made, sample, estimate. */
export function metricFacts(
  answer: PerformanceAnswer,
  estimated: PerformanceAnswer | null,
  metric: string,
  selected: Window | null,
): { name: string; value: string }[] {
  const found = selected?.metrics[metric];
  const limits = answer.thresholds[metric];
  const estimate = estimated?.windows.find(({ start }) => start === selected?.start)?.metrics[metric];
  const ends = [limits?.lower, limits?.upper].filter((end) => end != null).map((end) => writeMetric(end));
  return [
    ...(selected && found
      ? [
          {
            name: "Value",
            value:
              found.value === null
                ? `none: ${reasonWords(selected.predictions === 0 ? "no_rows" : found.reason)}`
                : writeValue(found.value, metricFormat(metric)),
          },
        ]
      : []),
    ...(found?.low != null && found.high != null ? [{ name: "95 % interval", value: range(found.low, found.high) }] : []),
    ...(limits ? [{ name: "Limit", value: `${ends.length ? `${ends.join(" to ")}: ` : "none: "}${limits.method}` }] : []),
    ...(selected ? [{ name: "This window", value: `${count(selected.predictions)} rows, ${count(selected.labelled)} labelled` }] : []),
    ...(estimate?.value == null
      ? []
      : [{ name: "Estimate", value: `${writeMetric(estimate.value)}, from calibrated scores without labels` }]),
  ];
}
