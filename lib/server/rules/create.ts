import "server-only";
import { findRule } from "#lib/db/rules";
import { AlertRuleInput } from "#lib/domain/alerts/rule";
import { ruleHash } from "#lib/domain/alerts/rule-hash";
import { operation } from "../operation.ts";
import { resolveQuery } from "./resolve-query.ts";
import { ruleAnswer } from "./rule-answer.ts";

export const createRule = operation({
  permission: "rule:write",
  effect: "write",
  summary: "Create an alert rule",
  input: AlertRuleInput,
  run: async ({ ctx, input }) => {
    const watched = await resolveQuery(ctx, input.query);
    const row = await ctx.db.alertRule.create({
      data: {
        name: input.name,
        teamId: watched.teamId,
        modelId: watched.modelId,
        kpiId: watched.kpiId,
        spec: input,
        hash: ruleHash(input),
        enabled: input.enabled,
        nextEvaluationAt: ctx.now,
        createdBy: ctx.actor.name,
        createdAt: ctx.now,
      },
    });
    await ctx.audit({ action: "rule.create", noun: "rule", id: row.id, name: row.name, after: input });
    return ruleAnswer(await findRule(ctx.db, ctx.scope, row.id));
  },
});
