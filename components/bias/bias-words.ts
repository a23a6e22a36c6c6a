import { count, metric, percent, range } from "#lib/client/format";
import type { BiasSeriesAnswer, DisparityAnswer, GroupRate } from "#lib/domain/analysis/answers/bias";
import { rateName } from "#lib/domain/models/metric-words";
import { reasonWords } from "#lib/domain/models/reason-words";

export type BiasWindow = BiasSeriesAnswer["windows"][number];

/** Four fifths: the ratio of a fair rate lies between, by the rule of thumb of employment law. */
export const FAIR_LOW = 0.8;
export const FAIR_HIGH = 1.25;

export const biasVerdictWords: Record<DisparityAnswer["verdict"], { kind: "ok" | "warning" | "not_enough_data"; word: string }> = {
  fair: { kind: "ok", word: "Fair" },
  unfair: { kind: "warning", word: "Unfair" },
  inconclusive: { kind: "not_enough_data", word: "Inconclusive" },
  not_enough_data: { kind: "not_enough_data", word: "Not enough data" },
};

const rank: Record<DisparityAnswer["verdict"], number> = { unfair: 0, inconclusive: 1, not_enough_data: 2, fair: 3 };
const distance = ({ ratio }: DisparityAnswer): number => (ratio === null ? -1 : Math.abs(Math.log(Math.max(ratio, 1e-9))));

/** What is unfair first, and within a verdict what is furthest from equal. */
export const byUnfairness = (a: DisparityAnswer, b: DisparityAnswer): number =>
  rank[a.verdict] - rank[b.verdict] || distance(b) - distance(a);

/** The verdict on how groups are treated, in two sentences. */
export function biasHeadline(window: BiasWindow | null, attribute: string, when: string): { title: string; sentence: string } {
  if (window === null || window.groups.length === 0)
    return { title: `How groups of ${attribute} are treated`, sentence: `No row has a group ${when}.` };
  if (window.reason !== undefined)
    return { title: `Groups of ${attribute} cannot be compared`, sentence: `${capital(reasonWords(window.reason))}.` };
  const unfair = window.disparities.filter(({ verdict }) => verdict === "unfair").sort(byUnfairness);
  const worst = unfair.find(({ metric: name }) => name === "selectionRate") ?? unfair[0];
  const compared = new Set(window.disparities.map(({ group }) => group)).size;
  if (worst)
    return {
      title: `Groups of ${attribute} are treated differently ${when}`,
      sentence: `${disparitySentence(worst)} ${unfair.length} of ${window.disparities.length} comparisons are unfair.`,
    };
  const open = window.disparities.filter(({ verdict }) => verdict !== "fair").length;
  if (open === window.disparities.length)
    return {
      title: `Not enough data to compare groups of ${attribute} ${when}`,
      sentence: `No comparison with ${window.baseGroup} is conclusive yet.`,
    };
  const others = `${compared} ${compared === 1 ? "group" : "groups"}`;
  // What nobody can say yet is not the same as equal.
  if (open > 0)
    return {
      title: `No difference between groups of ${attribute} is proven ${when}`,
      sentence: `${open} of ${window.disparities.length} comparisons with ${window.baseGroup} are inconclusive; a longer window has more rows to tell.`,
    };
  return {
    title: `Groups of ${attribute} are treated alike ${when}`,
    sentence: `${others} compared with ${window.baseGroup}: every ratio lies within 0.800 to 1.250.`,
  };
}

/** "Selection rate of Female is 0.298 times that of Male (0.270–0.329)." */
export function disparitySentence({ metric: name, group, baseGroup, ratio, low, high, reason }: DisparityAnswer): string {
  if (ratio === null) return `${rateName(name)} of ${group} cannot be compared with ${baseGroup}: ${reasonWords(reason)}.`;
  const interval = low === null || high === null ? "" : ` (${range(low, high)})`;
  return `${rateName(name)} of ${group} is ${metric(ratio)} times that of ${baseGroup}${interval}.`;
}

/** What the rates of the groups say for one rate: who has the highest and the lowest. */
export function ratesSummary(window: BiasWindow, rate: GroupRate): string {
  const known = window.groups.flatMap((group) => (group[rate].value === null ? [] : [{ name: group.group, value: group[rate].value }]));
  const sorted = known.toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest) return `${rateName(rate)} is not known of any group: ${reasonWords(window.groups[0]?.[rate].reason)}.`;
  if (lowest === highest) return `${rateName(rate)} is known of ${lowest.name} only: ${percent(lowest.value, 1)}.`;
  return `${rateName(rate)} runs from ${percent(lowest.value, 1)} (${lowest.name}) to ${percent(highest.value, 1)} (${highest.name}); the ring is ${window.baseGroup ?? "the base group"}.`;
}

/** How the ratio of each group moved: in how many windows it lay outside. */
export function ratioSummary(windows: readonly BiasWindow[], rate: GroupRate): string {
  const ratios = windows.map(({ disparities }) => disparities.filter(({ metric: name, ratio }) => name === rate && ratio !== null));
  const known = ratios.filter((entries) => entries.length > 0);
  const outside = known.filter((entries) => entries.some(({ ratio }) => ratio !== null && (ratio < FAIR_LOW || ratio > FAIR_HIGH)));
  if (known.length === 0) return `No window has a ratio of ${rateName(rate)}.`;
  return `In ${count(outside.length)} of ${count(known.length)} windows a group's ${rateName(rate).toLowerCase()} lies outside four fifths of the base group's.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
