import "server-only";
import { OperationsAnswer } from "#lib/domain/analysis/answers/operations";
import { buildOperations } from "#lib/domain/analysis/operations";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { AnalysisInput } from "./input.ts";
import { loadSeries } from "./load-question.ts";

export const readOperations = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Requests, errors, latency and throughput per window",
  input: AnalysisInput,
  output: OperationsAnswer,
  run: async ({ ctx, input }) => buildOperations((await loadSeries(ctx, await findModel(ctx, input.slug), input)).question),
});
