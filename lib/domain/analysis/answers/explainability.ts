import { z } from "zod";
import { Reasons, seriesAnswer } from "./common.ts";

const number = z.number().nullable();

export const AttributionFeature = z.object({
  feature: z.string(),
  meanAbsoluteAttribution: number,
  /** 1 = the most important */
  rank: z.number().int().nullable(),
  referenceMeanAbsoluteAttribution: number,
  referenceRank: z.number().int().nullable(),
  /** rows that carried an attribution for this feature */
  rows: z.number().int(),
  reasons: Reasons,
});
export type AttributionFeature = z.infer<typeof AttributionFeature>;

export const ExplainabilityAnswer = seriesAnswer({
  features: z.array(AttributionFeature),
  /** 1 = the features are as important, in order, as in the reference; below .9 is attribution drift */
  ndcg: number,
  reasons: Reasons,
});
export type ExplainabilityAnswer = z.infer<typeof ExplainabilityAnswer>;
