import "server-only";
import { DistributionAnswer } from "#lib/domain/analysis/answers/drift";
import { buildDistribution } from "#lib/domain/analysis/distribution";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { DistributionInput } from "./input.ts";
import { loadRange } from "./load-question.ts";

export const readDistribution = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Reference and current shares of one column per bin over a range",
  input: DistributionInput,
  output: DistributionAnswer,
  run: async ({ ctx, input }) => buildDistribution((await loadRange(ctx, await findModel(ctx, input.slug), input)).question, input.feature),
});
