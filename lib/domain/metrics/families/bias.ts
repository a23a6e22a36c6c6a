import { type BiasSummaryName, type GroupRate, groupRates } from "#lib/domain/analysis/answers/bias";
import { type Bias, biasOf } from "../bias-metrics.ts";
import { type MetricDefinition, type MetricInput, type MetricValue, plain, ratio } from "../metric-definition.ts";

const common = { tasks: ["binary", "multiclass"], needsLabels: true } as const;

function withBias(input: MetricInput, read: (bias: Bias, samples: number) => MetricValue): MetricValue {
  const attribute = input.attribute ?? input.spec.groups[0]?.name;
  if (attribute === undefined || !input.spec.groups.some(({ name }) => name === attribute))
    return plain(null, 0, attribute === undefined ? "no_groups" : "unknown_attribute");
  const bias = biasOf(input.profile, attribute, input.baseGroup);
  return read(
    bias,
    bias.groups.reduce((total, { predictions }) => total + predictions, 0),
  );
}

const summary = (metric: BiasSummaryName, label: string): MetricDefinition => ({
  ...ratio(label, metric.endsWith("Ratio") ? "higher" : "lower"),
  ...common,
  name: `bias.${metric}`,
  by: "attribute",
  of: (input) => withBias(input, (bias, samples) => plain(bias.summary[metric], samples, bias.summary.reasons?.[metric])),
});

const words = (rate: GroupRate): string => {
  const text = rate.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The rate of one group; which group must be said. */
const ofGroup = (metric: GroupRate): MetricDefinition => ({
  ...ratio(`${words(metric)} of a group`, "two-sided"),
  ...common,
  name: `bias.${metric}`,
  by: "group",
  of: (input) =>
    withBias(input, ({ groups }) => {
      const found = groups.find(({ group }) => group === input.group);
      return found
        ? { ...found[metric], samples: found.predictions }
        : plain(null, 0, input.group === undefined ? "needs_group" : "no_rows");
    }),
});

/** A group's rate ÷ the base group's; without a group the one that is furthest from 1. */
const ofDisparity = (metric: GroupRate): MetricDefinition => ({
  label: `${words(metric)}, ratio to the base group`,
  unit: null,
  direction: "two-sided",
  range: { min: 0 },
  ...common,
  name: `bias.${metric}Ratio`,
  by: "group",
  of: (input) =>
    withBias(input, ({ disparities, groups }, samples) => {
      const own = disparities.filter((entry) => entry.metric === metric && (input.group === undefined || entry.group === input.group));
      const [worst] = own.sort((a, b) => distance(b.ratio) - distance(a.ratio));
      if (worst === undefined) return plain(null, samples, "fewer_than_two_groups");
      const rows = groups.find(({ group }) => group === worst.group)?.predictions ?? 0;
      return {
        value: worst.ratio,
        low: worst.low,
        high: worst.high,
        samples: rows,
        ...(worst.ratio === null ? { reason: worst.reason ?? "no_rows" } : {}),
      };
    }),
});

/** How far a ratio is from 1; half and double are equally far. */
const distance = (value: number | null): number =>
  value === null ? -1 : value === 0 ? Number.POSITIVE_INFINITY : Math.abs(Math.log(value));

export const bias: MetricDefinition[] = [
  summary("demographicParityDifference", "Demographic parity difference"),
  summary("demographicParityRatio", "Demographic parity ratio"),
  summary("equalizedOddsDifference", "Equalised odds difference"),
  summary("equalizedOddsRatio", "Equalised odds ratio"),
  summary("equalOpportunityDifference", "Equal opportunity difference"),
  summary("equalOpportunityRatio", "Equal opportunity ratio"),
  ...groupRates.map(ofGroup),
  ...groupRates.map(ofDisparity),
];
