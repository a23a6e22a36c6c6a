import { compact, count, decimal, duration, percent } from "#lib/client/format";
import type { ValueFormat } from "#lib/client/value-format";
import type { OperationsAnswer } from "#lib/domain/analysis/answers/operations";
import { reasonWords } from "#lib/domain/models/reason-words";

export type OperationsWindow = OperationsAnswer["windows"][number];

export type OperationsMeasure = {
  key: "requests" | "errorRate" | "throughput";
  label: string;
  format: ValueFormat;
  sentence: string;
  /** what the answer's value is multiplied with to be read */
  scale: number;
};

/** A throughput is read in the largest unit of time in which it is not a fraction. */
const paces = [
  { label: "Requests a second", seconds: 1 },
  { label: "Requests a minute", seconds: 60 },
  { label: "Requests an hour", seconds: 3600 },
  { label: "Requests a day", seconds: 86_400 },
];

export function operationsMeasures(windows: readonly Pick<OperationsWindow, "throughput">[]): OperationsMeasure[] {
  const most = Math.max(0, ...windows.map(({ throughput }) => throughput ?? 0));
  const pace = paces.find(({ seconds }) => most * seconds >= 1) ?? { label: "Requests a day", seconds: 86_400 };
  return [
    { key: "requests", label: "Requests", format: "compact", sentence: "Predictions that came, errors included.", scale: 1 },
    { key: "errorRate", label: "Error rate", format: "percent", sentence: "Requests that carry an error, of all requests.", scale: 1 },
    {
      key: "throughput",
      label: pace.label,
      format: "compact",
      sentence: "Requests ÷ length of the window; one that is not over counts as long as it has lasted.",
      scale: pace.seconds,
    },
  ];
}

export const latencyLines = [
  { key: "latencyP50", label: "half within" },
  { key: "latencyP95", label: "95\u202f% within" },
  { key: "latencyP99", label: "99\u202f% within" },
] as const;

/** Milliseconds as people read them: 12 ms, 1.2 s. */
export const milliseconds = (ms: number | null): string =>
  ms === null
    ? "–"
    : ms < 1000
      ? `${decimal(ms, ms < 10 ? 1 : 0)}\u202fms`
      : ms < 60_000
        ? `${decimal(ms / 1000, 1)}\u202fs`
        : duration(ms / 1000);

/** How a window ran: load, errors, latency. */
export function operationsHeadline(window: OperationsWindow, when: string): { title: string; sentence: string } {
  const errors = window.errors === 0 ? "without an error" : `${percent(window.errorRate)} of them failed`;
  const latency =
    window.latencyP95 === null
      ? `Latency is not known: ${reasonWords(window.reasons?.latencyP95)}.`
      : `95\u202f% were answered within ${milliseconds(window.latencyP95)}, half within ${milliseconds(window.latencyP50)}.`;
  return { title: `${compact(window.requests)} requests ${when}, ${errors}`, sentence: latency };
}

/** What one measure says of the selected window and of the range. */
export function measureSummary(
  windows: readonly OperationsWindow[],
  selected: OperationsWindow,
  { key, label, scale }: OperationsMeasure,
  write: (value: number | null) => string,
): string {
  const known = windows.flatMap((window) => (window[key] === null || window.requests === 0 ? [] : [window[key] * scale]));
  if (selected[key] === null || known.length === 0) return `${label}: ${reasonWords(selected.reasons?.[key])}.`;
  return `${write(selected[key] * scale)} in this window; between ${write(Math.min(...known))} and ${write(Math.max(...known))} over ${count(known.length)} windows.`;
}
