import "server-only";
import { EstimatedPerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { buildEstimatedPerformance } from "#lib/domain/analysis/estimated-performance";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { AnalysisInput } from "./input.ts";
import { loadSeries } from "./load-question.ts";

export const readEstimatedPerformance = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Performance per window as calibrated scores let expect, without labels",
  input: AnalysisInput,
  output: EstimatedPerformanceAnswer,
  run: async ({ ctx, input }) => buildEstimatedPerformance((await loadSeries(ctx, await findModel(ctx, input.slug), input)).question),
});
