import "server-only";
import { DriftAnswer } from "#lib/domain/analysis/answers/drift";
import { checkColumn } from "#lib/domain/analysis/check-column";
import { buildDrift } from "#lib/domain/analysis/drift";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { exactDrift } from "./exact-rows.ts";
import { DriftInput } from "./input.ts";
import { loadSeries } from "./load-question.ts";

export const readDrift = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Drift of every column per window against the reference",
  input: DriftInput,
  output: DriftAnswer,
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.slug);
    const loaded = await loadSeries(ctx, model, input);
    const { feature } = input;
    if (feature !== undefined) checkColumn(loaded.question, feature);
    return buildDrift(loaded.question, { feature, ...(input.exact ? { exact: await exactDrift(model, input, loaded, feature) } : {}) });
  },
});
