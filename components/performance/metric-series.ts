import type { Deployment, IncidentSpan, Limit, TimeSeries, TimeSeriesPoint } from "#components/charts/time-series-chart";
import type { ValueFormat } from "#lib/client/value-format";
import { stepOf, type WindowFrame, windowPoints } from "#lib/client/window-points";
import type { WindowHead } from "#lib/domain/analysis/answers/common";
import type { BreachAnswer, LimitsAnswer, PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { factsOf } from "#lib/domain/metrics/performance-catalogue";
import type { Task } from "#lib/domain/models/model";
import { windowWords } from "#lib/domain/models/model-words";

export type Marks = { incidents: readonly IncidentSpan[]; deployments: readonly Deployment[] };

export type MetricSeriesInput = {
  answer: PerformanceAnswer;
  /** The same windows without labels, where it can be estimated. */
  estimated: PerformanceAnswer | null;
  task: Task;
  metric: string;
  frame: WindowFrame;
  marks?: Marks;
  /** Draws the rows below the plot. */
  volume?: boolean;
};

export const metricName = (task: Task, metric: string): string => factsOf(task, metric)?.label ?? metric;

export const metricFormat = (metric: string): ValueFormat => (metric === "mape" ? "percent" : "metric");

/** A performance metric as a chart: labels still due show no observed point, the estimate goes on. */
export function metricSeries({ answer, estimated, task, metric, frame, marks, volume = true }: MetricSeriesInput): TimeSeries {
  const range = factsOf(task, metric)?.range ?? {};
  const estimates = new Map(estimated?.windows.map(({ start, metrics }) => [start, metrics[metric]?.value ?? null]));
  const points = windowPoints(
    answer.windows,
    frame,
    (window) => observed(window, metric, estimates.get(window.start) ?? null),
    (window) => windowVerdict(window, metric),
  );
  const limits = answer.thresholds[metric];
  const { reference } = answer;
  return {
    name: metricName(task, metric),
    points,
    format: metricFormat(metric),
    step: stepOf(frame.size),
    timeZone: frame.timeZone,
    bounds: { ...(range.min === undefined ? {} : { low: range.min }), ...(range.max === undefined ? {} : { high: range.max }) },
    limits: [...limitLines(limits, range), ...warningLines(answer.windows, metric)],
    reference: limits ? referenceBand(limits, range, reference) : null,
    ...(marks ? { incidents: marks.incidents, deployments: marks.deployments } : {}),
    ...(volume ? { volume: `rows a ${windowWords[frame.size]}` } : {}),
  };
}

type Window = PerformanceAnswer["windows"][number];

function observed(
  { status, metrics }: Window,
  metric: string,
  estimate: number | null,
): Pick<TimeSeriesPoint, "value" | "low" | "high" | "estimate"> {
  const { value = null, low = null, high = null } = metrics[metric] ?? {};
  return status === "pending" ? { value: null, estimate } : { value, low, high, estimate };
}

/** A window is critical for the metric that is outside, not for all of them. */
export function windowVerdict(
  { status, breaches }: Pick<Window, "breaches"> & Pick<WindowHead, "status">,
  metric: string,
): WindowHead["status"] {
  if (status !== "critical" && status !== "warning") return status;
  return breaches.find((breach) => breach.metric === metric)?.severity ?? "ok";
}

type Range = { min?: number; max?: number };

/** A limit at the end of the metric's range can never be broken, so it is no line. */
function limitLines(limits: LimitsAnswer | undefined, { min, max }: Range): Limit[] {
  const lower = limits?.lower != null && (min === undefined || limits.lower > min) ? limits.lower : null;
  const upper = limits?.upper != null && (max === undefined || limits.upper < max) ? limits.upper : null;
  const both = lower !== null && upper !== null;
  return [
    ...(lower === null
      ? []
      : [{ value: lower, kind: "critical" as const, bound: "lower" as const, label: both ? "lower limit" : "limit" }]),
    ...(upper === null
      ? []
      : [{ value: upper, kind: "critical" as const, bound: "upper" as const, label: both ? "upper limit" : "limit" }]),
  ];
}

/** Limits that a rule sets are only known where they were broken. */
function warningLines(windows: readonly { breaches: BreachAnswer[] }[], metric: string): Limit[] {
  const found = new Map<number, Limit>();
  for (const breach of windows.flatMap(({ breaches }) => breaches))
    if (breach.metric === metric && breach.severity === "warning")
      found.set(breach.limit, {
        value: breach.limit,
        kind: "warning",
        bound: breach.side === "below" ? "lower" : "upper",
        label: "warning",
      });
  return [...found.values()];
}

function referenceBand(
  { lower, upper }: LimitsAnswer,
  { min, max }: Range,
  reference: PerformanceAnswer["reference"],
): NonNullable<TimeSeries["reference"]> {
  // where an end was clipped to the range the middle is not the mean
  const clipped = lower === min || upper === max;
  return {
    mean: lower !== null && upper !== null && !clipped ? (lower + upper) / 2 : null,
    low: lower,
    high: upper,
    ...(reference?.from ? { from: reference.from } : {}),
    ...(reference?.to ? { to: reference.to } : {}),
  };
}
