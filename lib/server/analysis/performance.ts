import "server-only";
import { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { buildPerformance } from "#lib/domain/analysis/performance";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { exactScores } from "./exact-rows.ts";
import { ExactInput } from "./input.ts";
import { loadSeries } from "./load-question.ts";

export const readPerformance = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Realised performance per window, against the limits of the reference",
  input: ExactInput,
  output: PerformanceAnswer,
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.slug);
    const loaded = await loadSeries(ctx, model, input);
    if (!input.exact || model.task !== "binary") return buildPerformance(loaded.question);
    return buildPerformance(loaded.question, { exact: await exactScores(model, input, loaded) });
  },
});
