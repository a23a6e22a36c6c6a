import type { Cause } from "./event.ts";
import { type AlertInstance, type Labels, newInstance, seriesKey } from "./instance.ts";
import type { StepRule } from "./step-rule.ts";

/**
 * What one series answered. `samples` is absent where the source does not count them. `degraded`: the
 * answer is partial, so it may raise an alarm and may not end one.
 */
export type SeriesResult = { labels: Labels; value: number | null; samples?: number | undefined; degraded?: boolean | undefined };

/** What a query answered: series (none = no data), or that it failed. `degraded` holds for all of them. */
export type EvaluationResult = { kind: "series"; series: readonly SeriesResult[]; degraded?: boolean } | { kind: "error"; message: string };

/** The result as one series sees it. */
export type Reading = { value: number | null; cause: Cause } & (
  | { kind: "value"; value: number; degraded: boolean }
  | { kind: "no_data"; degraded: boolean }
  | { kind: "not_enough_data" }
  | { kind: "error"; message: string }
  | { kind: "missing"; evict: boolean }
);

const STAND_IN = seriesKey({});

/** Each series that a result says something about, with what it says. */
export function readingsOf(args: {
  rule: StepRule;
  previous: readonly AlertInstance[];
  result: EvaluationResult;
  now: number;
}): [AlertInstance, Reading][] {
  const { rule, previous, now } = args;
  const result = withoutDuplicates(args.result);
  const live = previous.filter(({ evictedAt }) => evictedAt === null);
  if (result.kind === "error" || result.series.length === 0) {
    const reading: Reading =
      result.kind === "error"
        ? { kind: "error", message: result.message, value: null, cause: "error" }
        : { kind: "no_data", degraded: result.degraded ?? false, value: null, cause: "no_data" };
    // Before any series is known, one without labels stands in for the rule.
    const affected =
      live.length > 0
        ? live
        : [
            revived(
              previous.find(({ key }) => key === STAND_IN),
              {},
              now,
            ),
          ];
    return affected.map((instance) => [instance, reading]);
  }
  const degraded = result.degraded || result.series.some((series) => series.degraded);
  const known = new Map(previous.map((instance) => [instance.key, instance]));
  const present = result.series.map((series): [AlertInstance, Reading] => [
    revived(known.get(seriesKey(series.labels)), series.labels, now),
    readingOf(series, result.degraded ?? false, rule),
  ]);
  // A series that a partial answer leaves out may well be there.
  if (degraded) return present;
  const seen = new Set(present.map(([{ key }]) => key));
  return [
    ...present,
    ...live.filter(({ key }) => !seen.has(key)).map((instance): [AlertInstance, Reading] => [instance, missing(instance, rule)]),
  ];
}

function withoutDuplicates(result: EvaluationResult): EvaluationResult {
  if (result.kind === "error" || result.series.length < 2) return result;
  const keys = new Set<string>();
  for (const { labels } of result.series) {
    const key = seriesKey(labels);
    if (keys.has(key)) return { kind: "error", message: `Two series have the same labels ${key}. Make the query tell them apart.` };
    keys.add(key);
  }
  return result;
}

function readingOf({ value, samples, degraded = false }: SeriesResult, allDegraded: boolean, rule: StepRule): Reading {
  // NaN is how a source writes "not defined".
  if (value === null || !Number.isFinite(value))
    return { kind: "no_data", degraded: degraded || allDegraded, value: null, cause: "no_data" };
  if (samples !== undefined && samples < rule.minimumSamples) return { kind: "not_enough_data", value, cause: "value" };
  return { kind: "value", value, degraded: degraded || allDegraded, cause: "value" };
}

/** The stand-in goes as soon as real series are there, another one after some evaluations without it. */
const missing = ({ key, missedEvaluations }: AlertInstance, rule: StepRule): Reading => ({
  kind: "missing",
  evict: key === STAND_IN || missedEvaluations + 1 >= rule.missingSeriesEvaluations,
  value: null,
  cause: "missing_series",
});

/** A live series as it is; one that is new, or back after its eviction, from the start but for its episode count. */
const revived = (known: AlertInstance | undefined, labels: Labels, now: number): AlertInstance =>
  known?.evictedAt === null ? known : { ...newInstance(labels, now), episodes: known?.episodes ?? 0 };
