import { RATES, type RateName } from "./binary-metrics.ts";
import type { Estimate } from "./estimate.ts";
import { type GroupCounts, groupRateCounts } from "./group-rates.ts";
import { katzRatio } from "./katz-ratio.ts";
import type { UndefinedReason } from "./measure.ts";

export type Verdict = "fair" | "unfair" | "inconclusive" | "not_enough_data";

/** One rate of a group against the base group: ratio = group ÷ base with its 95 % Katz interval, difference = group − base. */
export type Disparity = {
  metric: RateName;
  group: string;
  baseGroup: string;
  ratio: number | null;
  difference: number | null;
  low: number | null;
  high: number | null;
  verdict: Verdict;
  /** why there is no ratio */
  reason?: UndefinedReason | undefined;
};

export type DisparityOptions = {
  /** default: the group with most predictions, the first by name among equals */
  baseGroup?: string | undefined;
  /** outcomes that a rate's denominator must have in both groups before there is a verdict */
  minimumOutcomes?: number;
  /** ratios that are fair; the four-fifths rule */
  band?: { low: number; high: number };
  level?: number;
};

/**
 * Every rate of every group against the base group. A verdict needs enough outcomes, and an interval that lies wholly inside the band (fair)
 * or wholly outside it (unfair). Empty without groups, with one only, or when the base group is not among them.
 */
export function disparities(groups: readonly GroupCounts[], options: DisparityOptions = {}): Disparity[] {
  const baseName = options.baseGroup ?? largestGroup(groups);
  const base = groups.find(({ group }) => group === baseName);
  if (base === undefined) return [];
  return groups.filter((group) => group !== base).flatMap((group) => RATES.map((metric) => disparity(metric, group, base, options)));
}

/** The group with most predictions; the first by name among equals, so that the answer does not hang on the order. Null without groups. */
export function largestGroup(groups: readonly GroupCounts[]): string | null {
  const bySize = groups
    .map((counts) => ({ group: counts.group, size: groupRateCounts(counts).selectionRate.trials }))
    .sort((a, b) => b.size - a.size || (a.group < b.group ? -1 : 1));
  return bySize[0]?.group ?? null;
}

function disparity(
  metric: RateName,
  group: GroupCounts,
  base: GroupCounts,
  { minimumOutcomes = 30, band = { low: 0.8, high: 1.25 }, level = 0.95 }: DisparityOptions,
): Disparity {
  const [ours, theirs] = [groupRateCounts(group)[metric], groupRateCounts(base)[metric]];
  const named = { metric, group: group.group, baseGroup: base.group };
  const empty = [ours, theirs].find(({ trials }) => trials === 0);
  if (empty !== undefined)
    return { ...named, ratio: null, difference: null, low: null, high: null, verdict: "not_enough_data", reason: empty.whenEmpty };
  const ratio = katzRatio(ours.successes, ours.trials, theirs.successes, theirs.trials, level);
  const enough = Math.min(ours.trials, theirs.trials) >= minimumOutcomes;
  return {
    ...named,
    ratio: ratio.value,
    difference: ours.successes / ours.trials - theirs.successes / theirs.trials,
    low: ratio.low,
    high: ratio.high,
    verdict: enough ? verdictOf(ratio, band) : "not_enough_data",
    ...(ratio.reason === undefined ? {} : { reason: ratio.reason }),
  };
}

function verdictOf({ low, high }: Estimate, band: { low: number; high: number }): Verdict {
  if (low === null || high === null) return "inconclusive";
  if (low >= band.low && high <= band.high) return "fair";
  return high < band.low || low > band.high ? "unfair" : "inconclusive";
}
