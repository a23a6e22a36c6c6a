import "server-only";
import { BiasAnswer } from "#lib/domain/analysis/answers/bias";
import { buildBiasRange, buildBiasSeries } from "#lib/domain/analysis/bias";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { BiasInput } from "./input.ts";
import { loadRange, loadSeries } from "./load-question.ts";

export const readBias = operation({
  permission: "group:read",
  effect: "read",
  summary: "Rates of groups and how they compare: one answer for the range, with `window` a series",
  input: BiasInput,
  output: BiasAnswer,
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.slug);
    if (input.window === undefined) return buildBiasRange((await loadRange(ctx, model, input)).question, input);
    return buildBiasSeries((await loadSeries(ctx, model, input)).question, input);
  },
});
