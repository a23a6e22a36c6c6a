import "server-only";
import { z } from "zod";
import { readKpis } from "#lib/db/kpis";
import { readWatchDecisions, writeWatchDecisions } from "#lib/db/model-watch";
import { lockModel } from "#lib/db/models";
import { AppError } from "#lib/domain/errors";
import { KpiInput } from "#lib/domain/kpis/kpi";
import type { Model } from "#lib/domain/models/model";
import { type LoggingPoint, loggingPoints, type Proposal, proposalSlug, proposedKpis } from "#lib/domain/models/watch-catalogue";
import type { Context } from "../context.ts";
import { addKpi } from "../kpis/create.ts";
import { operation, parseInput } from "../operation.ts";
import { findModel } from "./find-model.ts";
import { arrivingFor } from "./watch-facts.ts";

export type WatchedProposal = Proposal & { id: string; status: "proposed" | "accepted" | "dismissed"; kpi: string | null };
export type WatchAnswer = { model: string; rows: number; points: LoggingPoint[]; kpis: WatchedProposal[] };

type Measure = { metric: string; attribute?: string | undefined };

/** A KPI that shows what a proposal would show is that proposal, accepted, however it was made. */
const isSame = (a: Measure, b: Measure) => a.metric === b.metric && a.attribute === b.attribute;

async function watchOf(ctx: Context, model: Model): Promise<WatchAnswer> {
  const [arriving, decisions, kpis] = await Promise.all([
    arrivingFor(ctx, model),
    readWatchDecisions(ctx.db, model.id),
    readKpis(ctx.db, { teamId: null }, { limit: 500, modelId: model.id }),
  ]);
  const existing = kpis.flatMap(({ slug, query }) => (query.kind === "model" ? [{ slug, query }] : []));
  return {
    model: model.slug,
    rows: arriving.rows,
    points: loggingPoints(model, arriving),
    kpis: proposedKpis(model, arriving).map((proposal) => {
      const kpi = existing.find(({ query }) => isSame(query, proposal.query))?.slug ?? null;
      const status = kpi ? "accepted" : decisions.dismissed.includes(proposal.key) ? "dismissed" : "proposed";
      return { ...proposal, id: proposal.key, status, kpi };
    }),
  };
}

export const readWatch = operation({
  permission: "model:read",
  effect: "read",
  summary: "What to watch of a model: proposed KPIs, and what has to be logged for them",
  input: z.object({ slug: z.string() }),
  run: async ({ ctx, input }) => watchOf(ctx, await findModel(ctx, input.slug)),
});

const Limit = z.number().nullish();
const Accepted = z.union([
  z.string().transform((key) => ({ key })),
  z.object({ key: z.string(), target: Limit, warning: Limit, critical: Limit }),
]);
const Keys = z.array(z.string().max(300)).max(200).default([]);

export const decideWatch = operation({
  permission: "kpi:write",
  effect: "write",
  summary: "Accept proposals, which makes KPIs of them, dismiss them, or take them up again",
  input: z.object({ slug: z.string(), accept: z.array(Accepted).max(200).default([]), dismiss: Keys, restore: Keys }),
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.slug);
    // Two people who accept the same proposal at once: the second sees what the first made.
    await lockModel(ctx.db, model.id);
    const before = await watchOf(ctx, model);
    const decisions = await readWatchDecisions(ctx.db, model.id);
    const find = (key: string): WatchedProposal => {
      const proposal = before.kpis.find((candidate) => candidate.key === key);
      if (!proposal)
        throw new AppError(
          "invalid",
          `Nothing is proposed under ${key}. Proposed are ${before.kpis.map(({ key: known }) => known).join(", ")}.`,
        );
      return proposal;
    };
    for (const { key, ...limits } of input.accept) {
      const { name, why, unit, direction, query, kpi } = find(key);
      if (kpi) throw new AppError("conflict", `${name} is watched already, as ${kpi}.`);
      const wanted = {
        slug: proposalSlug(model.slug, key),
        name: `${name} of ${model.name}`,
        description: why,
        unit,
        direction,
        window: model.window,
        query,
        ...limits,
      };
      await addKpi(ctx, parseInput(KpiInput, wanted));
    }
    const accepted = input.accept.map(({ key }) => key);
    const dropped = new Set([...input.restore, ...accepted]);
    const after = {
      accepted: [...new Set([...decisions.accepted, ...accepted])],
      dismissed: [...new Set([...decisions.dismissed, ...input.dismiss.map((key) => find(key).key)])].filter((key) => !dropped.has(key)),
    };
    await writeWatchDecisions(ctx.db, model.id, after);
    await ctx.audit({ action: "model.watch", noun: "model", id: model.id, name: model.slug, before: decisions, after });
    return watchOf(ctx, model);
  },
});
