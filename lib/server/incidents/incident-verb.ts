import "server-only";
import { z } from "zod";
import { addEntry, changeIncident, findIncident, lockIncident, readTimeline, stateOfIncident, toSummary } from "#lib/db/incidents";
import type { Permission } from "#lib/domain/access/permissions";
import { type Actor, decide, type PersonVerb } from "#lib/domain/incidents/transition";
import type { Context } from "../context.ts";
import { operation } from "../operation.ts";

export const actorOf = (ctx: Context): Actor => ({
  kind: ctx.actor.kind === "cli" ? "token" : ctx.actor.kind,
  id: ctx.actor.kind === "system" ? null : ctx.actor.id,
  name: ctx.actor.name,
});

export const answerOf = async (ctx: Context, id: string) => ({
  ...toSummary(await findIncident(ctx.db, ctx.scope, id)),
  timeline: await readTimeline(ctx.db, id),
});

type Spec<S extends z.ZodType> = {
  permission: Permission;
  summary: string;
  /** audit action: incident.<name> */
  name: string;
  body: S;
  verb: (input: z.output<S>, ctx: Context) => PersonVerb | Promise<PersonVerb>;
};

/** One verb of a person on an incident: locked, decided, written, told in the timeline and the audit trail. */
export function incidentVerb<S extends z.ZodType>({ permission, summary, name, body, verb }: Spec<S>) {
  return operation({
    permission,
    effect: "write",
    summary,
    input: z.object({ id: z.string() }).and(body),
    run: async ({ ctx, input }) => {
      const given = await verb(input as z.output<S>, ctx);
      const row = await lockIncident(ctx.db, ctx.scope, input.id);
      const before = stateOfIncident(row);
      const { changes, timelineEntry } = decide(before, given, actorOf(ctx), ctx.now);
      await changeIncident(ctx.db, row, changes);
      await addEntry(ctx.db, row.id, timelineEntry);
      const touched = Object.keys(changes) as (keyof typeof changes)[];
      await ctx.audit({
        action: `incident.${name}`,
        noun: "incident",
        id: row.id,
        name: `#${row.number} ${row.title}`,
        before: Object.fromEntries(touched.map((key) => [key, before[key]])),
        after: touched.length ? changes : { text: timelineEntry.text },
      });
      return answerOf(ctx, row.id);
    },
  });
}
