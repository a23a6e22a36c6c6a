import { z } from "zod";
import { AnswerHead, Reasons } from "./common.ts";

const number = z.number().nullable();

export const CauseFeature = z.object({
  feature: z.string(),
  rank: z.number().int(),
  /** share of the summed, importance-weighted PSI of all features */
  share: number,
  psi: number,
  importance: number,
  drifted: z.boolean(),
  reasons: Reasons,
});
export type CauseFeature = z.infer<typeof CauseFeature>;

/** How much of the metric's change one segment accounts for: `mix` (it became more or less frequent) plus `rate` (it became better or worse). */
export const CauseSegment = z.object({
  segment: z.string(),
  name: z.string(),
  value: z.string(),
  rank: z.number().int(),
  contribution: z.number(),
  mix: z.number(),
  rate: z.number(),
  /** contribution ÷ the whole change; null when nothing changed */
  share: number,
  referenceRows: z.number().int(),
  currentRows: z.number().int(),
  referenceShare: number,
  currentShare: number,
  referenceValue: number,
  currentValue: number,
  reasons: Reasons,
});
export type CauseSegment = z.infer<typeof CauseSegment>;

export const RootCauseAnswer = AnswerHead.extend({
  start: z.string(),
  end: z.string(),
  /** the metric whose change is explained by segments: a mean over rows, so that parts add up */
  metric: z.string(),
  label: z.string(),
  direction: z.enum(["higher", "lower", "two-sided"]),
  referenceValue: number,
  currentValue: number,
  change: number,
  features: z.array(CauseFeature),
  segments: z.array(CauseSegment),
  reasons: Reasons,
});
export type RootCauseAnswer = z.infer<typeof RootCauseAnswer>;
