import "server-only";
import { z } from "zod";
import type { AuditEntry } from "#lib/domain/access/person";
import { operation } from "../operation.ts";

export const listAuditEvents = operation({
  permission: "audit:read",
  effect: "read",
  summary: "Who changed or looked at what",
  input: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.coerce.number().int().optional(),
    noun: z.string().max(100).optional(),
    actor: z.string().max(200).optional(),
    action: z.string().max(100).optional(),
    from: z.coerce.date().optional(),
    to: z.coerce.date().optional(),
  }),
  run: async ({ ctx, input }): Promise<{ items: AuditEntry[]; nextCursor: string | null }> => {
    const rows = await ctx.db.auditEvent.findMany({
      where: {
        ...(input.cursor ? { id: { lt: input.cursor } } : {}),
        ...(input.noun ? { noun: input.noun } : {}),
        ...(input.actor ? { actorName: { contains: input.actor, mode: "insensitive" as const } } : {}),
        ...(input.action ? { action: { startsWith: input.action } } : {}),
        ...(input.from || input.to ? { time: { ...(input.from ? { gte: input.from } : {}), ...(input.to ? { lt: input.to } : {}) } } : {}),
      },
      orderBy: { id: "desc" },
      take: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map((row) => ({
      id: Number(row.id),
      name: row.action,
      time: row.time.toISOString(),
      actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
      action: row.action,
      noun: row.noun,
      nounId: row.nounId,
      nounName: row.nounName,
      before: row.before,
      after: row.after,
    }));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > input.limit && last ? String(last.id) : null };
  },
});
