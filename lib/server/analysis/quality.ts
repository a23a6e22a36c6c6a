import "server-only";
import { QualityAnswer } from "#lib/domain/analysis/answers/quality";
import { checkColumn } from "#lib/domain/analysis/check-column";
import { buildQuality } from "#lib/domain/analysis/quality";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { QualityInput } from "./input.ts";
import { loadSeries } from "./load-question.ts";

export const readQuality = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Data quality of every column per window: missing, unseen, out of range, wrong type, outliers",
  input: QualityInput,
  output: QualityAnswer,
  run: async ({ ctx, input }) => {
    const { question } = await loadSeries(ctx, await findModel(ctx, input.slug), input);
    if (input.feature !== undefined) checkColumn(question, input.feature);
    return buildQuality(question, { feature: input.feature });
  },
});
