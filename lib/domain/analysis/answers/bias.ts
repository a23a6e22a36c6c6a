import { z } from "zod";
import { AnswerHead, EstimateAnswer, Reasons, WindowHead } from "./common.ts";
import { ConfusionAnswer } from "./performance.ts";

/** The rates of a group, in the order in which pages show them. */
export const groupRates = [
  "selectionRate",
  "accuracy",
  "precision",
  "truePositiveRate",
  "falsePositiveRate",
  "trueNegativeRate",
  "falseNegativeRate",
  "falseDiscoveryRate",
  "falseOmissionRate",
  "negativePredictiveValue",
] as const;
export type GroupRate = (typeof groupRates)[number];

export const biasSummaries = [
  "demographicParityDifference",
  "demographicParityRatio",
  "equalizedOddsDifference",
  "equalizedOddsRatio",
  "equalOpportunityDifference",
  "equalOpportunityRatio",
] as const;
export type BiasSummaryName = (typeof biasSummaries)[number];

export const biasVerdicts = ["fair", "unfair", "inconclusive", "not_enough_data"] as const;

const rates = {
  selectionRate: EstimateAnswer,
  accuracy: EstimateAnswer,
  precision: EstimateAnswer,
  truePositiveRate: EstimateAnswer,
  falsePositiveRate: EstimateAnswer,
  trueNegativeRate: EstimateAnswer,
  falseNegativeRate: EstimateAnswer,
  falseDiscoveryRate: EstimateAnswer,
  falseOmissionRate: EstimateAnswer,
  negativePredictiveValue: EstimateAnswer,
} as const satisfies Record<GroupRate, typeof EstimateAnswer>;

export const GroupAnswer = z
  .object({ group: z.string(), predictions: z.number().int(), labelled: z.number().int(), confusion: ConfusionAnswer })
  .extend(rates);
export type GroupAnswer = z.infer<typeof GroupAnswer>;

/** A group's rate against the base group's: `ratio` with its 95 % interval, and the difference. */
export const DisparityAnswer = z.object({
  metric: z.enum(groupRates),
  group: z.string(),
  baseGroup: z.string(),
  ratio: z.number().nullable(),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  verdict: z.enum(biasVerdicts),
  reason: z.string().optional(),
});
export type DisparityAnswer = z.infer<typeof DisparityAnswer>;

const measure = z.number().nullable();
const summaryShape = {
  demographicParityDifference: measure,
  demographicParityRatio: measure,
  equalizedOddsDifference: measure,
  equalizedOddsRatio: measure,
  equalOpportunityDifference: measure,
  equalOpportunityRatio: measure,
} as const satisfies Record<BiasSummaryName, typeof measure>;

const body = {
  groups: z.array(GroupAnswer),
  disparities: z.array(DisparityAnswer),
  summary: z.object(summaryShape).extend({ reasons: Reasons }),
  baseGroup: z.string().nullable(),
  reason: z.string().optional(),
};

const head = { attribute: z.string().nullable(), attributes: z.array(z.string()) };

/** One answer for the whole range, or with `window` a series. */
export const BiasRangeAnswer = AnswerHead.extend(head).extend(WindowHead.shape).extend(body);
export const BiasSeriesAnswer = AnswerHead.extend(head).extend({ windows: z.array(WindowHead.extend(body)) });
export type BiasRangeAnswer = z.infer<typeof BiasRangeAnswer>;
export type BiasSeriesAnswer = z.infer<typeof BiasSeriesAnswer>;
export const BiasAnswer = z.union([BiasRangeAnswer, BiasSeriesAnswer]);
