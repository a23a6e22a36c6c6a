import "server-only";
import { ExplainabilityAnswer } from "#lib/domain/analysis/answers/explainability";
import { buildExplainability } from "#lib/domain/analysis/explainability";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { AnalysisInput } from "./input.ts";
import { loadSeries } from "./load-question.ts";

export const readExplainability = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Mean absolute attribution per feature, its rank, and how well the reference's order was kept",
  input: AnalysisInput,
  output: ExplainabilityAnswer,
  run: async ({ ctx, input }) => buildExplainability((await loadSeries(ctx, await findModel(ctx, input.slug), input)).question),
});
