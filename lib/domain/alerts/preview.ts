import { badness, measure } from "./condition.ts";
import { flapPercent } from "./flap-percent.ts";
import { type AlertInstance, inEpisode, type Labels, newInstance, severityOf, stateOf } from "./instance.ts";
import type { PreviewAnswer } from "./preview-answer.ts";
import type { EvaluationResult } from "./reading.ts";
import { isWorse, type Severity } from "./severity.ts";
import { step } from "./step.ts";
import type { StepRule } from "./step-rule.ts";

/** One evaluation: `time` in epoch milliseconds, null = no data. `samples` and `degraded` as in a live result. */
export type PreviewPoint = { time: number; value: number | null | "error"; samples?: number; degraded?: boolean };
export type PreviewSeries = { labels: Labels; points: readonly PreviewPoint[] };

type Evaluation = { time: number; instance: AlertInstance; value: number | null };
type Episode = { labels: Labels; start: number; end: number | null; severity: Severity; worst: { value: number; badness: number } | null };
type Run = { evaluations: Evaluation[]; episodes: Episode[]; flapPercent: number; until: number };

/**
 * Runs each series, its points in order of time, through `step`, each on its own. Episodes still open
 * count until the last point of their series; `flapPercent` is that of the series that flaps most.
 */
export function preview({ rule, series }: { rule: StepRule; series: readonly PreviewSeries[] }): PreviewAnswer {
  const runs = series.filter(({ points }) => points.length > 0).map((one) => run(rule, one));
  const lengths = runs.flatMap(({ episodes, until }) => episodes.map(({ start, end }) => ((end ?? until) - start) / 1000));
  return {
    evaluations: runs
      .flatMap(({ evaluations }) => evaluations)
      .sort((a, b) => a.time - b.time)
      .map(({ time, instance, value }) => ({
        time: instant(time),
        labels: instance.labels,
        state: stateOf(instance),
        severity: severityOf(instance),
        value,
      })),
    episodes: runs
      .flatMap(({ episodes }) => episodes)
      .sort((a, b) => a.start - b.start)
      .map(({ labels, start, end, severity, worst }) => ({
        labels: { ...labels },
        start: instant(start),
        end: end === null ? null : instant(end),
        severity,
        peak: worst?.value ?? null,
      })),
    summary: {
      episodes: lengths.length,
      firingSeconds: lengths.reduce((sum, length) => sum + length, 0),
      longestSeconds: lengths.reduce((longest, length) => Math.max(longest, length), 0),
      flapPercent: runs.reduce((most, one) => Math.max(most, one.flapPercent), 0),
    },
  };
}

function run(rule: StepRule, { labels, points }: PreviewSeries): Run {
  const evaluations: Evaluation[] = [];
  const episodes: Episode[] = [];
  const firstTime = points[0]?.time ?? 0;
  let instance = newInstance(labels, firstTime);
  for (const point of points) {
    const before = instance;
    const { next, events } = step({ rule, previous: [before], result: resultOf(labels, point), now: point.time });
    instance = next[0] ?? before;
    const value = point.value === "error" ? null : point.value;
    evaluations.push({ time: point.time, instance, value });
    for (const { kind, severity } of events) {
      if (kind === "firing" && severity) episodes.push({ labels: instance.labels, start: point.time, end: null, severity, worst: null });
      const episode = episodes.at(-1);
      if (kind === "recovered" && episode) episode.end = point.time;
    }
    if (inEpisode(instance)) note(episodes.at(-1), before, instance, value, rule);
  }
  return {
    evaluations,
    episodes,
    flapPercent: flapPercent(evaluations.map((one) => inEpisode(one.instance))),
    until: points.at(-1)?.time ?? firstTime,
  };
}

/** Keeps the worst severity and value of a running episode. Values that were not used, such as those of too few rows, are left out. */
function note(episode: Episode | undefined, before: AlertInstance, after: AlertInstance, value: number | null, rule: StepRule): void {
  if (!episode) return;
  const severity = severityOf(after);
  if (severity && isWorse(severity, episode.severity)) episode.severity = severity;
  if (value === null || after.trouble) return;
  const bad = badness(rule.condition, measure(rule.condition, value, before.value));
  if (!episode.worst || bad > episode.worst.badness) episode.worst = { value, badness: bad };
}

const resultOf = (labels: Labels, { value, samples, degraded }: PreviewPoint): EvaluationResult =>
  value === "error"
    ? { kind: "error", message: "The evaluation failed." }
    : { kind: "series", series: [{ labels, value, samples, degraded }] };

/** RFC 3339 as people write it: no fraction where there is none. */
const instant = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");
