import "server-only";
import { z } from "zod";
import { findRule, readInstances, writeEvents, writeInstances } from "#lib/db/rules";
import { reset } from "#lib/domain/alerts/reset";
import { AlertRuleInput } from "#lib/domain/alerts/rule";
import { ruleHash } from "#lib/domain/alerts/rule-hash";
import { applyEvents } from "../incidents/apply-events.ts";
import { operation, parseInput } from "../operation.ts";
import { resolveQuery } from "./resolve-query.ts";
import { ruleAnswer } from "./rule-answer.ts";

/** A change of words keeps the state; a change of meaning ends what fires, with that reason in the timeline. */
export const updateRule = operation({
  permission: "rule:write",
  effect: "write",
  summary: "Change an alert rule",
  input: z.looseObject({ id: z.string() }),
  run: async ({ ctx, input: { id, ...patch } }) => {
    const before = await findRule(ctx.db, ctx.scope, id);
    const spec = parseInput(AlertRuleInput, { ...before.spec, ...patch });
    const watched = await resolveQuery(ctx, spec.query);
    const hash = ruleHash(spec);
    const changed = hash !== before.hash;
    const disabled = before.enabled && !spec.enabled;
    if (changed || disabled) {
      const previous = await readInstances(ctx.db, id);
      const { next, events } = reset({ previous, cause: disabled ? "rule_disabled" : "rule_changed", now: ctx.now.getTime() });
      await writeInstances(ctx.db, id, previous, next, ctx.now);
      await writeEvents(ctx.db, id, events);
      await applyEvents(ctx, before, events);
    }
    await ctx.db.alertRule.update({
      where: { id },
      data: {
        name: spec.name,
        spec,
        hash,
        enabled: spec.enabled,
        teamId: watched.teamId,
        modelId: watched.modelId,
        kpiId: watched.kpiId,
        nextEvaluationAt: ctx.now,
        // A worker that is evaluating the old rule right now must not write over the new one.
        leaseEpoch: { increment: 1 },
        leaseUntil: null,
      },
    });
    await ctx.audit({ action: "rule.update", noun: "rule", id, name: spec.name, before: before.spec, after: spec });
    return ruleAnswer(await findRule(ctx.db, ctx.scope, id));
  },
});
