import { type GroupCounts, type GroupRates, groupRates } from "./group-rates.ts";
import { type Measure, measured, notDefined } from "./measure.ts";

export type FairnessSummary = {
  demographicParityDifference: Measure;
  demographicParityRatio: Measure;
  equalizedOddsDifference: Measure;
  equalizedOddsRatio: Measure;
  equalOpportunityDifference: Measure;
  equalOpportunityRatio: Measure;
};

/**
 * Fairlearn's six measures between groups: difference = largest − smallest rate, ratio = smallest ÷ largest; of selection rates
 * (demographic parity), true positive rates (equal opportunity), and the worse of true and false positive rates (equalised odds). A group in
 * which a rate is not defined is left out of it; with fewer than two left, or no rate above 0, the measure is not defined.
 */
export function fairnessSummary(groups: readonly GroupCounts[]): FairnessSummary {
  const rates = groups.map((group) => groupRates(group));
  const [selection, positive, negative] = [
    extremes(rates, "selectionRate"),
    extremes(rates, "truePositiveRate"),
    extremes(rates, "falsePositiveRate"),
  ];
  return {
    demographicParityDifference: difference(selection),
    demographicParityRatio: ratio(selection),
    equalizedOddsDifference: combine(difference(positive), difference(negative), Math.max),
    equalizedOddsRatio: combine(ratio(positive), ratio(negative), Math.min),
    equalOpportunityDifference: difference(positive),
    equalOpportunityRatio: ratio(positive),
  };
}

type Extremes = { smallest: number; largest: number } | null;

function extremes(rates: readonly GroupRates[], name: "selectionRate" | "truePositiveRate" | "falsePositiveRate"): Extremes {
  const values = rates.map((group) => group[name].value).filter((value) => value !== null);
  return values.length < 2 ? null : { smallest: Math.min(...values), largest: Math.max(...values) };
}

const difference = (of: Extremes): Measure => (of === null ? notDefined("fewer_than_two_groups") : measured(of.largest - of.smallest));

function ratio(of: Extremes): Measure {
  if (of === null) return notDefined("fewer_than_two_groups");
  return of.largest === 0 ? notDefined("all_rates_zero") : measured(of.smallest / of.largest);
}

const combine = (a: Measure, b: Measure, pick: (...values: number[]) => number): Measure => {
  if (a.value === null) return a;
  return b.value === null ? b : measured(pick(a.value, b.value));
};
