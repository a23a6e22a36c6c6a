import "server-only";
import { z } from "zod";
import { findIncident, listIncidents as readIncidents } from "#lib/db/incidents";
import { Severity } from "#lib/domain/alerts/severity";
import { IncidentCondition, IncidentWorkflow } from "#lib/domain/incidents/incident";
import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { answerOf } from "./incident-verb.ts";

/** "open,acknowledged" or a repeated parameter; "unresolved" is all but resolved. */
const Workflows = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(",")))
  .transform((list) => (list.includes("unresolved") ? ["open", "acknowledged", "snoozed"] : list))
  .pipe(z.array(IncidentWorkflow));

export const listIncidents = operation({
  permission: "incident:read",
  effect: "read",
  summary: "Incidents, the newest first",
  input: z.object({
    condition: IncidentCondition.optional(),
    workflow: Workflows.optional(),
    severity: Severity.optional(),
    model: z.string().optional(),
    rule: z.uuid().optional(),
    assignee: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.coerce.number().int().optional(),
  }),
  run: async ({ ctx, input }): Promise<{ items: IncidentSummary[]; nextCursor: string | null }> => {
    const modelId = input.model ? (await findModel(ctx, input.model)).id : undefined;
    const rows = await readIncidents(ctx.db, ctx.scope, {
      limit: input.limit + 1,
      ...(input.condition ? { condition: input.condition } : {}),
      ...(input.workflow ? { workflow: input.workflow } : {}),
      ...(input.severity ? { severity: input.severity } : {}),
      ...(modelId ? { modelId } : {}),
      ...(input.rule ? { ruleId: input.rule } : {}),
      ...(input.assignee ? { assignee: input.assignee } : {}),
      ...(input.cursor ? { before: input.cursor } : {}),
    });
    const items = rows.slice(0, input.limit);
    return { items, nextCursor: rows.length > input.limit ? String(items.at(-1)?.number) : null };
  },
});

export const readIncident = operation({
  permission: "incident:read",
  effect: "read",
  summary: "One incident with its timeline",
  input: z.object({ id: z.string() }),
  run: async ({ ctx, input }) => answerOf(ctx, (await findIncident(ctx.db, ctx.scope, input.id)).id),
});
