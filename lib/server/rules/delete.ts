import "server-only";
import { z } from "zod";
import { findRule, readInstances } from "#lib/db/rules";
import { reset } from "#lib/domain/alerts/reset";
import { applyEvents } from "../incidents/apply-events.ts";
import { operation } from "../operation.ts";

export const deleteRule = operation({
  permission: "rule:write",
  effect: "write",
  summary: "Delete an alert rule; its incidents stay",
  input: z.object({ id: z.string() }),
  run: async ({ ctx, input }) => {
    const rule = await findRule(ctx.db, ctx.scope, input.id);
    const { events } = reset({ previous: await readInstances(ctx.db, rule.id), cause: "rule_deleted", now: ctx.now.getTime() });
    await applyEvents(ctx, rule, events);
    await ctx.db.alertRule.delete({ where: { id: rule.id } });
    await ctx.audit({ action: "rule.delete", noun: "rule", id: rule.id, name: rule.name, before: rule.spec });
  },
});
