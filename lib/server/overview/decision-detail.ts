import "server-only";
import { answerHead } from "#lib/domain/analysis/provenance";
import { decisionDetail } from "#lib/domain/models/decision-detail";
import { AnalysisInput } from "../analysis/input.ts";
import { loadRange } from "../analysis/load-question.ts";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

export const readDecisionDetail = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Calibration of the scores and the matrix of classes over a range",
  input: AnalysisInput,
  run: async ({ ctx, input }) => {
    const { question } = await loadRange(ctx, await findModel(ctx, input.slug), { ...input, expired: "empty" });
    return {
      ...answerHead(question, {
        method: "Labelled rows by tenths of the score: mean score against the observed share of positives with its Wilson 95 % interval",
        precision: "exact",
        bins: "10 equal tenths of the score",
      }),
      ...decisionDetail(question.windows[0]?.profile ?? null, question.reference?.profile ?? null),
    };
  },
});
