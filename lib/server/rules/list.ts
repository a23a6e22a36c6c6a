import "server-only";
import { z } from "zod";
import { findRule, listRules as readRules } from "#lib/db/rules";
import type { RuleAnswer } from "#lib/domain/alerts/rule-answer";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { ruleAnswer } from "./rule-answer.ts";

export const listRules = operation({
  permission: "rule:read",
  effect: "read",
  summary: "Alert rules and how they stand",
  input: z.object({
    model: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
    cursor: z.uuid().optional(),
  }),
  run: async ({ ctx, input }): Promise<{ items: RuleAnswer[]; nextCursor: string | null }> => {
    const modelId = input.model ? (await findModel(ctx, input.model)).id : undefined;
    const rows = await readRules(ctx.db, ctx.scope, {
      limit: input.limit,
      ...(modelId ? { modelId } : {}),
      ...(input.cursor ? { cursor: input.cursor } : {}),
    });
    const items = rows.slice(0, input.limit).map(ruleAnswer);
    return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
  },
});

export const readRule = operation({
  permission: "rule:read",
  effect: "read",
  summary: "One alert rule",
  input: z.object({ id: z.string() }),
  run: async ({ ctx, input }) => ruleAnswer(await findRule(ctx.db, ctx.scope, input.id)),
});
