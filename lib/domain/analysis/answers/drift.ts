import { z } from "zod";
import { featureTypes } from "#lib/domain/models/model";
import { AnswerHead, Reasons, seriesAnswer } from "./common.ts";

const number = z.number().nullable();

/** Drift of one column against the reference. A null is explained in `reasons` by its name. */
export const DriftFeature = z.object({
  feature: z.string(),
  type: z.enum(featureTypes),
  psi: number,
  jsDistance: number,
  ks: number,
  /** the D that two samples of these sizes exceed 5 % of the time by chance */
  ksCritical: number,
  wasserstein: number,
  normalizedWasserstein: number,
  hellinger: number,
  chiSquare: z.object({ statistic: number, degreesOfFreedom: number, pValue: number, adjustedPValue: number.optional() }),
  cramersV: number,
  /** mean of the numeric values, to say in which direction it moved */
  mean: number,
  referenceMean: number,
  missingShare: number,
  drifted: z.boolean(),
  /** PSI at or above `value` is drift: the larger of `practical` and what sampling alone explains */
  threshold: z.object({ metric: z.literal("psi"), value: number, practical: z.number(), sampling: number }),
  /** rows with a value of the column's type */
  rows: z.number().int(),
  reasons: Reasons,
});
export type DriftFeature = z.infer<typeof DriftFeature>;

export const DriftAnswer = seriesAnswer({
  /** drifted ÷ all columns that could be judged, @score and @prediction among them */
  driftedShare: number,
  driftedCount: z.number().int(),
  judgedCount: z.number().int(),
  features: z.array(DriftFeature),
  reasons: Reasons,
});
export type DriftAnswer = z.infer<typeof DriftAnswer>;

/** One bin: a range of numbers (`low` inclusive; null = open), or a category. */
export const DistributionBin = z.object({
  kind: z.enum(["range", "value", "category", "other", "unseen"]),
  label: z.string(),
  low: number,
  high: number,
  referenceRows: z.number().int(),
  currentRows: z.number().int(),
  referenceShare: number,
  currentShare: number,
});
export type DistributionBin = z.infer<typeof DistributionBin>;

export const DistributionAnswer = AnswerHead.extend({
  feature: z.string(),
  type: z.enum(featureTypes),
  start: z.string(),
  end: z.string(),
  bins: z.array(DistributionBin),
  /** numbers only: the bins in which rows are counted, finer than `bins` */
  fine: z.array(DistributionBin).optional(),
  rows: z.number().int(),
  missingShare: number,
  referenceMissingShare: number,
  minimum: number,
  maximum: number,
  referenceMinimum: number,
  referenceMaximum: number,
  standardDeviation: number,
  referenceStandardDeviation: number,
  drift: DriftFeature,
  reasons: Reasons,
});
export type DistributionAnswer = z.infer<typeof DistributionAnswer>;
