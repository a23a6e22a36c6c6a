import { z } from "zod";
import { EstimateAnswer, seriesAnswer } from "./common.ts";

export const ConfusionAnswer = z.object({ tp: z.number(), fp: z.number(), fn: z.number(), tn: z.number() });
export type ConfusionAnswer = z.infer<typeof ConfusionAnswer>;

/** One class of a multiclass model against all others. */
export const ClassAnswer = z.object({
  class: z.string(),
  labelled: z.number().int(),
  predicted: z.number().int(),
  precision: EstimateAnswer,
  recall: EstimateAnswer,
  f1: EstimateAnswer,
});
export type ClassAnswer = z.infer<typeof ClassAnswer>;

export const LimitsAnswer = z.object({
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  method: z.string(),
  reason: z.string().optional(),
});
export type LimitsAnswer = z.infer<typeof LimitsAnswer>;

/** A metric outside its limits. */
export const BreachAnswer = z.object({
  metric: z.string(),
  value: z.number(),
  limit: z.number(),
  side: z.enum(["below", "above"]),
  severity: z.enum(["critical", "warning"]),
});
export type BreachAnswer = z.infer<typeof BreachAnswer>;

const window = {
  metrics: z.record(z.string(), EstimateAnswer),
  confusion: ConfusionAnswer.nullable(),
  classes: z.array(ClassAnswer).optional(),
  breaches: z.array(BreachAnswer),
};

export const PerformanceAnswer = seriesAnswer(window).extend({ thresholds: z.record(z.string(), LimitsAnswer) });
export type PerformanceAnswer = z.infer<typeof PerformanceAnswer>;

/** The same without labels: what calibrated scores let expect. `confusion` then holds expected, not whole, counts. */
export const EstimatedPerformanceAnswer = PerformanceAnswer.extend({ estimated: z.literal(true), reason: z.string().optional() });
export type EstimatedPerformanceAnswer = z.infer<typeof EstimatedPerformanceAnswer>;
