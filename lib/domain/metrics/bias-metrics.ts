import type { BiasSummaryName, DisparityAnswer, GroupAnswer } from "#lib/domain/analysis/answers/bias";
import type { Profile } from "#lib/domain/profile/profile";
import { disparities, largestGroup } from "#lib/domain/stats/disparities";
import { fairnessSummary } from "#lib/domain/stats/fairness-summary";
import { type GroupCounts, groupRates } from "#lib/domain/stats/group-rates";

/** The name under which rows without a value of the attribute are shown. */
export const MISSING_GROUP = "(missing)";

export type Bias = {
  groups: GroupAnswer[];
  disparities: DisparityAnswer[];
  summary: Record<BiasSummaryName, number | null> & { reasons?: Record<string, string> };
  baseGroup: string | null;
  reason?: string;
};

export const groupCounts = (profile: Profile, attribute: string): GroupCounts[] =>
  [...(profile.groups.get(attribute) ?? new Map<string, GroupCounts["confusion"]>())]
    .map(([value, confusion]): GroupCounts => ({ group: value === "" ? MISSING_GROUP : value, confusion }))
    .filter(({ confusion }) => rowsOf(confusion) > 0);

const rowsOf = ({ tp, fp, fn, tn, unlabelledPositive = 0, unlabelledNegative = 0 }: GroupCounts["confusion"]): number =>
  tp + fp + fn + tn + unlabelledPositive + unlabelledNegative;

/**
 * Rates per group, every group against the base group (default: the largest), and Fairlearn's six measures between groups. Rows without a
 * value of the attribute are a group of their own in the list and are left out of comparisons. Throws nothing: an unknown base group leaves
 * `disparities` empty with reason `unknown_base_group`.
 */
export function biasOf(profile: Profile, attribute: string, baseGroup?: string): Bias {
  const all = groupCounts(profile, attribute);
  const compared = all.filter(({ group }) => group !== MISSING_GROUP);
  const base = baseGroup ?? largestGroup(compared);
  const measures = fairnessSummary(compared);
  const reasons = Object.entries(measures).flatMap(([name, { reason }]) => (reason === undefined ? [] : [[name, reason]]));
  const values: Record<BiasSummaryName, number | null> = {
    demographicParityDifference: measures.demographicParityDifference.value,
    demographicParityRatio: measures.demographicParityRatio.value,
    equalizedOddsDifference: measures.equalizedOddsDifference.value,
    equalizedOddsRatio: measures.equalizedOddsRatio.value,
    equalOpportunityDifference: measures.equalOpportunityDifference.value,
    equalOpportunityRatio: measures.equalOpportunityRatio.value,
  };
  const unknown = base !== null && !compared.some(({ group }) => group === base);
  return {
    groups: all.map((counts) => groupAnswer(counts)).sort((a, b) => b.predictions - a.predictions || (a.group < b.group ? -1 : 1)),
    disparities: disparities(compared, { baseGroup: base ?? undefined }).map(({ reason, ...rest }) => ({
      ...rest,
      ...(reason ? { reason } : {}),
    })),
    summary: { ...values, ...(reasons.length > 0 ? { reasons: Object.fromEntries(reasons) } : {}) },
    baseGroup: base,
    ...(base === null ? { reason: "no_rows" } : unknown ? { reason: "unknown_base_group" } : {}),
  };
}

function groupAnswer(counts: GroupCounts): GroupAnswer {
  const { tp, fp, fn, tn } = counts.confusion;
  return { ...groupRates(counts), confusion: { tp, fp, fn, tn } };
}
