import { factsOf, performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import type { Task, WindowSize } from "#lib/domain/models/model";
import { periodLabel, periodWhen } from "#lib/domain/time/period-label";
import type { EstimateAnswer, WindowHead, WindowStatus } from "./answers/common.ts";
import type { BreachAnswer, LimitsAnswer } from "./answers/performance.ts";
import { DRIFTED_SHARE_LIMIT } from "./drift-summary.ts";
import { written, writtenCount } from "./written.ts";

export type JudgedWindow = WindowHead & { metrics: Record<string, EstimateAnswer>; breaches: BreachAnswer[] };

export type Evidence = {
  model: { task: Task; timeZone: string; minimumRows: number; minimumLabelCoverage: number };
  size: WindowSize;
  /** realised performance, oldest first */
  performance: readonly JudgedWindow[];
  /** of the performance metrics, from the reference */
  limits?: Record<string, Pick<LimitsAnswer, "lower" | "upper">>;
  /** the same without labels; only asked where labels are missing */
  estimated?: readonly JudgedWindow[];
  /** of the last window with data */
  drift?: {
    driftedShare: number | null;
    driftedCount: number;
    judgedCount: number;
    worstFeature: string | null;
    status: WindowStatus;
  } | null;
  quality?: { feature: string; broken: string[] } | null;
  /** the worst unfair disparity; `hidden` keeps names and numbers from those who may not see groups */
  bias?: { attribute: string; metric: string; group: string; baseGroup: string; ratio: number | null; hidden: boolean } | null;
};

/** `side`: on which side of `limit` the metric is, or would be, outside. */
export type WorstMetric = {
  metric: string;
  label: string;
  value: number | null;
  limit: number | null;
  side: "below" | "above" | null;
  start: string | null;
  end: string | null;
};

export type Verdict = { verdict: WindowStatus; headline: string; detail: string; worst: WorstMetric | null };

/**
 * The verdict on a model in two sentences: what is worst, with value and limit, since when. Performance of the newest window that can be
 * judged comes first, then broken expectations, then groups treated differently and drift of half the columns, which only warn. Without
 * labels an estimate outside its limits warns too.
 */
export function modelVerdict(evidence: Evidence): Verdict {
  const { performance } = evidence;
  const last = performance.findLast(({ predictions }) => predictions > 0);
  if (last === undefined)
    return { verdict: "no_data", headline: "No predictions yet", detail: "Nothing came in the time shown.", worst: null };
  const judged = performance.findLast(({ status }) => status === "ok" || status === "warning" || status === "critical");
  const breach = judged ? worstBreach(evidence, judged) : null;
  if (judged && breach?.severity === "critical") return breachVerdict(evidence, judged, breach, "critical");
  const quality = evidence.quality;
  if (quality && quality.broken.length > 0)
    return {
      verdict: "critical",
      headline: `${quality.feature} does not meet what is expected of it`,
      detail: quality.broken.join(" "),
      worst: judged ? leadMetric(evidence, judged) : null,
    };
  const warning =
    (judged && breach ? breachVerdict(evidence, judged, breach, "warning") : null) ??
    biasVerdict(evidence, judged) ??
    estimateVerdict(evidence) ??
    driftVerdict(evidence, judged);
  if (warning) return warning;
  return judged ? healthy(evidence, judged, last) : withheld(evidence, last);
}

/** The metric that speaks for the task if it is outside, else the one that is furthest outside relative to its limit. */
function worstBreach({ model }: Evidence, { breaches }: JudgedWindow): BreachAnswer | null {
  const lead = performanceFacts(model.task)[0]?.[0];
  const worstFirst = (a: BreachAnswer, b: BreachAnswer) =>
    rank(b.severity) - rank(a.severity) || Number(b.metric === lead) - Number(a.metric === lead) || excess(b) - excess(a);
  return breaches.toSorted(worstFirst)[0] ?? null;
}

const rank = (severity: "critical" | "warning"): number => (severity === "critical" ? 1 : 0);
const excess = ({ value, limit }: BreachAnswer): number => Math.abs(value - limit) / Math.max(Math.abs(limit), 1e-9);

const label = ({ model }: Evidence, metric: string): string => factsOf(model.task, metric)?.label ?? metric;
const when = ({ model, size }: Evidence, start: string): string => periodWhen(Date.parse(start), size, model.timeZone);
const period = ({ model, size }: Evidence, start: string): string => periodLabel(Date.parse(start), size, model.timeZone);

function breachVerdict(evidence: Evidence, window: JudgedWindow, breach: BreachAnswer, verdict: "critical" | "warning"): Verdict {
  const { metric, value, limit, side } = breach;
  const name = label(evidence, metric);
  const before = evidence.performance.findLast(({ start, metrics }) => start < window.start && typeof metrics[metric]?.value === "number");
  const was = before?.metrics[metric]?.value;
  const parts = [
    `${name} ${written(value)}, limit ${side === "below" ? "≥" : "≤"} ${written(limit)}`,
    ...(before && typeof was === "number" ? [`after ${written(was)} ${when(evidence, before.start)}`] : []),
  ];
  const others = window.breaches.length - 1;
  const also =
    others > 0
      ? ` ${writtenCount(others)} more ${others === 1 ? "metric is" : "metrics are"} outside ${others === 1 ? "its limit" : "their limits"}.`
      : "";
  return {
    verdict,
    headline: `${name} is ${side} its limit ${when(evidence, window.start)}`,
    detail: `${parts.join(", ")}.${also}`,
    worst: { metric: `performance.${metric}`, label: name, value, limit, side, start: window.start, end: window.end },
  };
}

function biasVerdict(evidence: Evidence, judged: JudgedWindow | undefined): Verdict | null {
  const { bias } = evidence;
  if (!bias) return null;
  const worst = judged ? leadMetric(evidence, judged) : null;
  if (bias.hidden)
    return {
      verdict: "warning",
      headline: "Groups are treated differently",
      detail: "Which groups and how much is shown to data scientists.",
      worst,
    };
  const ratio = bias.ratio === null ? "" : ` ${written(bias.ratio)} times that of ${bias.baseGroup}, limit 0.800 to 1.250`;
  return {
    verdict: "warning",
    headline: `Groups of ${bias.attribute} are treated differently`,
    detail: `${words(bias.metric)} of ${bias.group} is${ratio}.`,
    worst: {
      metric: `bias.${bias.metric}Ratio`,
      label: `${words(bias.metric)} ratio`,
      value: bias.ratio,
      limit: bias.ratio === null ? null : bias.ratio < 1 ? 0.8 : 1.25,
      side: bias.ratio === null ? null : bias.ratio < 1 ? "below" : "above",
      start: null,
      end: null,
    },
  };
}

function estimateVerdict(evidence: Evidence): Verdict | null {
  const window = evidence.estimated?.findLast(({ predictions }) => predictions > 0);
  const breach = window ? worstBreach(evidence, window) : null;
  if (!window || !breach || window.predictions < evidence.model.minimumRows || window.coverage === 1) return null;
  const told = breachVerdict({ ...evidence, performance: evidence.estimated ?? [] }, window, breach, "warning");
  return { ...told, headline: `Estimated: ${told.headline}`, detail: `${told.detail} No labels yet: this is an estimate from the scores.` };
}

function driftVerdict(evidence: Evidence, judged: JudgedWindow | undefined): Verdict | null {
  const { drift } = evidence;
  if (!drift || drift.driftedShare === null || drift.driftedShare < DRIFTED_SHARE_LIMIT) return null;
  if (drift.status === "not_enough_data" || drift.status === "no_data") return null;
  return {
    verdict: "warning",
    headline: `${writtenCount(drift.driftedCount)} of ${writtenCount(drift.judgedCount)} columns drifted`,
    detail: `${drift.worstFeature ? `${drift.worstFeature} moved most. ` : ""}The performance that could be measured is within its limits.`,
    worst: judged ? leadMetric(evidence, judged) : null,
  };
}

/** The metric that stands for the model when nothing is wrong with it, in one window, with the limit it has to keep. */
function leadMetric({ model, limits = {} }: Evidence, { metrics, start, end }: JudgedWindow): WorstMetric | null {
  const found = performanceFacts(model.task).find(([name]) => typeof metrics[name]?.value === "number");
  if (!found) return null;
  const [name, { label, direction }] = found;
  const side = direction === "lower" ? "above" : "below";
  const limit = (side === "above" ? limits[name]?.upper : limits[name]?.lower) ?? null;
  return {
    metric: `performance.${name}`,
    label,
    value: metrics[name]?.value ?? null,
    limit,
    side: limit === null ? null : side,
    start,
    end,
  };
}

function healthy(evidence: Evidence, judged: JudgedWindow, last: JudgedWindow): Verdict {
  const lead = leadMetric(evidence, judged);
  const value =
    lead && lead.value !== null
      ? `${lead.label} ${written(lead.value)} ${when(evidence, judged.start)}.`
      : `As of ${period(evidence, judged.start)}.`;
  const newer = last.start > judged.start ? ` ${capital(period(evidence, last.start))} cannot be judged yet.` : "";
  return { verdict: "ok", headline: "Within its limits", detail: value + newer, worst: lead };
}

function withheld(evidence: Evidence, last: JudgedWindow): Verdict {
  const { minimumRows, minimumLabelCoverage } = evidence.model;
  const worst = leadMetric(evidence, last);
  const labels = `${writtenCount(last.labelled)} of ${writtenCount(last.predictions)} rows are labelled ${when(evidence, last.start)}.`;
  if (last.status === "pending") return { verdict: "pending", headline: "Labels are still due", detail: labels, worst };
  const short =
    last.labelled < minimumRows
      ? `${writtenCount(last.labelled)} of ${writtenCount(minimumRows)} labels needed`
      : `${Math.round((last.coverage ?? 0) * 100)} % labelled, ${Math.round(minimumLabelCoverage * 100)} % needed`;
  return { verdict: "not_enough_data", headline: "Not enough data to judge", detail: `${short}. ${labels}`, worst };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const words = (name: string): string => capital(name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
