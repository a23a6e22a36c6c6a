import "server-only";
import { preview as run } from "#lib/domain/alerts/preview";
import type { PreviewAnswer } from "#lib/domain/alerts/preview-answer";
import { PreviewInput } from "#lib/domain/alerts/preview-input";
import { stepRule } from "#lib/domain/alerts/step-rule";
import { AppError } from "#lib/domain/errors";
import { operation } from "../operation.ts";
import { historyOf } from "./read-query.ts";
import { resolveQuery } from "./resolve-query.ts";

const tooMany = 200_000;

/** Runs the very state machine that will run the rule, over its history or over given points. */
export const previewRule = operation({
  permission: "rule:read",
  effect: "read",
  summary: "Try a rule on history or on given points",
  input: PreviewInput,
  run: async ({ ctx, input }): Promise<PreviewAnswer> => {
    if (input.series) return run({ rule: { ...stepRule(input.rule), minimumSamples: 0 }, series: input.series });
    const { query } = input.rule;
    if (!query || !input.from || !input.to) throw new AppError("invalid", "Give series, or a query with from and to.");
    const watched = await resolveQuery(ctx, query);
    const series = await historyOf(ctx, query, { from: new Date(input.from), to: new Date(input.to) });
    if (series.reduce((sum, one) => sum + one.points.length, 0) > tooMany)
      throw new AppError("too_large", "This history has too many points. Choose a shorter range.");
    return run({ rule: stepRule({ ...input.rule, minimumSamples: input.rule.minimumSamples ?? watched.minimumRows }), series });
  },
});
