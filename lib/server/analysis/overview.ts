import "server-only";
import { z } from "zod";
import { can } from "#lib/domain/access/permissions";
import { OverviewAnswer } from "#lib/domain/analysis/answers/overview";
import { buildOverview } from "#lib/domain/analysis/overview";
import type { Model } from "#lib/domain/models/model";
import type { Context } from "../context.ts";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { loadSeries } from "./load-question.ts";

/** A model at a glance, from its last 30 windows; for its own page and for lists of models. */
export async function modelOverview(ctx: Pick<Context, "db" | "now" | "actor">, model: Model): Promise<OverviewAnswer> {
  const { question, size, lastData } = await loadSeries(ctx, model, { expired: "empty" });
  const last = question.windows.findLast(({ profile }) => profile !== null)?.profile?.lastMicros;
  const groupsHidden = !can(ctx.actor.role, "group:read");
  return buildOverview(question, { size, lastData: typeof last === "number" ? Math.floor(last / 1000) : lastData, groupsHidden });
}

export const readOverview = operation({
  permission: "model:read",
  effect: "read",
  summary: "A model at a glance: the verdict in words and what it rests on",
  input: z.object({ slug: z.string().max(100) }),
  output: OverviewAnswer,
  run: async ({ ctx, input }) => modelOverview(ctx, await findModel(ctx, input.slug)),
});
