import { biasOf } from "#lib/domain/metrics/bias-metrics";
import { driftOf } from "#lib/domain/metrics/drift-metrics";
import { findMetric } from "#lib/domain/metrics/registry";
import type { WindowSize } from "#lib/domain/models/model";
import type { OverviewAnswer } from "./answers/overview.ts";
import { driftSeverity, driftSummary } from "./drift-summary.ts";
import { buildEstimatedPerformance } from "./estimated-performance.ts";
import { metricPoints } from "./metric-points.ts";
import { buildPerformance } from "./performance.ts";
import { buildQuality } from "./quality.ts";
import type { Question } from "./question.ts";
import { windowStatus } from "./status.ts";
import { type Evidence, modelVerdict, type WorstMetric } from "./verdict.ts";

const DAY = 86_400_000;

/** A model at a glance, from its last windows. Names and rates of groups stay hidden from those who may not see them. */
export function buildOverview(
  question: Question,
  { size, lastData, groupsHidden }: { size: WindowSize; lastData: number | null; groupsHidden: boolean },
): OverviewAnswer {
  const { windows: performance, thresholds } = buildPerformance(question);
  const last = question.windows.findLast(({ profile }) => profile !== null && profile.rows > 0);
  const newest = { ...question, windows: last ? [last] : [] };
  const columns = last?.profile ? driftOf(question.spec.columns, question.reference?.profile ?? null, last.profile) : [];
  const summary = driftSummary(columns);
  const worstColumn = columns.filter(({ psi }) => psi !== null).sort((a, b) => (b.psi ?? 0) - (a.psi ?? 0))[0];
  const samples = last?.profile?.rows ?? 0;
  const driftStatus = last ? windowStatus(question, last, { samples, needsLabels: false, worst: driftSeverity(summary) }) : "no_data";
  const verdict = modelVerdict({
    model: question.model,
    size,
    performance,
    limits: thresholds,
    estimated: question.model.task === "binary" ? buildEstimatedPerformance(newest).windows : [],
    drift: { ...summary, worstFeature: worstColumn?.feature ?? null, status: driftStatus },
    quality: brokenColumn(newest),
    bias: worstDisparity(newest, groupsHidden),
  });
  const rows = question.windows.map(({ profile }) => profile?.rows ?? 0);
  const total = rows.reduce((sum, count) => sum + count, 0);
  const labelled = question.windows.reduce((sum, { profile }) => sum + (profile?.labelled ?? 0), 0);
  return {
    model: question.model.slug,
    window: size,
    timeZone: question.model.timeZone,
    ...verdict,
    worst: verdict.worst === null ? null : { ...verdict.worst, series: sparkline(question, verdict.worst, groupsHidden) },
    volume: { rows: rows.slice(-30), perDay: perDay(question, total) },
    drift: summary.judgedCount > 0 ? { drifted: summary.driftedCount, judged: summary.judgedCount } : null,
    labelCoverage: total > 0 ? labelled / total : null,
    labels: last ? { labelled: last.profile?.labelled ?? 0, needed: question.model.minimumRows } : null,
    lastData: lastData === null ? null : new Date(lastData).toISOString(),
    hasReference: question.reference !== null,
    pendingRows: question.pendingRows,
  };
}

function brokenColumn(question: Question): Evidence["quality"] {
  const [window] = buildQuality(question).windows;
  if (!window || window.status === "not_enough_data") return null;
  return window.features.find(({ broken }) => broken.length > 0) ?? null;
}

/** The unfair disparity that is furthest from equal, over all declared attributes. */
function worstDisparity({ model, spec, windows }: Question, hidden: boolean): Evidence["bias"] {
  const profile = windows[0]?.profile;
  if (!profile || model.task === "regression" || profile.rows < model.minimumRows) return null;
  const unfair = spec.groups.flatMap(({ name }) =>
    biasOf(profile, name)
      .disparities.filter(({ verdict }) => verdict === "unfair")
      .map(({ metric, group, baseGroup, ratio }) => ({ attribute: name, metric, group, baseGroup, ratio, hidden })),
  );
  // who is selected comes before how well: it is what the four-fifths rule is about
  const rank = ({ metric, ratio }: (typeof unfair)[number]) =>
    (metric === "selectionRate" ? 1e6 : 0) + (ratio === null ? 0 : Math.min(1e3, Math.abs(Math.log(Math.max(ratio, 1e-9)))));
  return unfair.sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

function sparkline(question: Question, worst: WorstMetric, groupsHidden: boolean): { start: string; value: number | null }[] {
  if (groupsHidden && worst.metric.startsWith("bias.")) return [];
  const points = metricPoints(findMetric(worst.metric, question.model.task), question, {});
  // what waits for labels is no point of the line yet: its value is of the few rows that have theirs
  return points
    .slice(-30)
    .map(({ start, value, status }) => ({ start: new Date(start).toISOString(), value: status === "pending" ? null : value }));
}

/** Rows a day from the first to the last window with rows; a window that is not over counts as long as it has lasted. */
function perDay({ windows, now }: Question, rows: number): number | null {
  const used = windows.filter(({ profile }) => profile !== null && profile.rows > 0);
  const [first, last] = [used[0], used.at(-1)];
  if (!first || !last) return null;
  const lasted = Math.min(last.end, Math.max(now, last.start + 1)) - first.start;
  return rows / (lasted / DAY);
}
