import { z } from "zod";
import { featureTypes } from "#lib/domain/models/model";
import { Reasons, seriesAnswer } from "./common.ts";

const share = z.number().nullable();

/** All shares are of all rows of the window. A missing value is never unseen, out of range or an outlier. */
export const QualityFeature = z.object({
  feature: z.string(),
  type: z.enum(featureTypes),
  rows: z.number().int(),
  missingShare: share,
  unseenShare: share,
  outOfRangeShare: share,
  wrongTypeShare: share,
  outlierShare: share,
  /** values that break the declared set or range */
  unexpectedShare: share,
  /** rows whose value stands more than once in the window, where uniqueness was declared */
  repeatedShare: share,
  mean: share,
  standardDeviation: share,
  minimum: share,
  maximum: share,
  /** declared expectations that this window does not meet, in words */
  broken: z.array(z.string()),
  reasons: Reasons,
});
export type QualityFeature = z.infer<typeof QualityFeature>;

export const QualityAnswer = seriesAnswer({ features: z.array(QualityFeature) });
export type QualityAnswer = z.infer<typeof QualityAnswer>;
