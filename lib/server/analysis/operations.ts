import "server-only";
import { OperationsAnswer } from "#lib/domain/analysis/answers/operations";
import { buildOperations } from "#lib/domain/analysis/operations";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { exactLatencies } from "./exact-rows.ts";
import { ExactInput } from "./input.ts";
import { loadSeries } from "./load-question.ts";

export const readOperations = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Requests, errors, latency and throughput per window",
  input: ExactInput,
  output: OperationsAnswer,
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.slug);
    const loaded = await loadSeries(ctx, model, input);
    return buildOperations(loaded.question, input.exact ? { latencies: await exactLatencies(model, input, loaded) } : {});
  },
});
