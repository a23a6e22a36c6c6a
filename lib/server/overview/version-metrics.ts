import "server-only";
import { z } from "zod";
import { readVersions } from "#lib/db/model-versions";
import { pool } from "#lib/db/pool";
import { readVersionSpans } from "#lib/db/telemetry/version-spans";
import type { EstimateAnswer } from "#lib/domain/analysis/answers/common";
import { answerHead } from "#lib/domain/analysis/provenance";
import { performanceMetrics } from "#lib/domain/metrics/performance-metrics";
import { loadRange } from "../analysis/load-question.ts";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

export type VersionMetrics = { version: string; metrics: Record<string, EstimateAnswer> };

/** So many versions are measured, those with the newest rows first. */
const MOST_VERSIONS = 8;
const DAY = 86_400_000;

/** Performance of each version over all rows that it predicted. */
export const readVersionMetrics = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Performance of every version over the whole time it was in use",
  input: z.object({ slug: z.string().max(100) }),
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.slug);
    const [spans, versions] = await Promise.all([readVersionSpans(pool(), model.number), readVersions(ctx.db, model.id)]);
    const names = new Map(versions.map(({ number, version }) => [number, version]));
    const items: VersionMetrics[] = [];
    let head: ReturnType<typeof answerHead> | null = null;
    for (const { version, firstMs, lastMs } of spans.toSorted((a, b) => b.lastMs - a.lastMs).slice(0, MOST_VERSIONS)) {
      const name = names.get(version);
      if (name === undefined) continue;
      const { question } = await loadRange(ctx, model, { from: firstMs, to: lastMs + DAY, version: name, expired: "empty" });
      head ??= answerHead(
        { ...question, version: null },
        { method: "Each version over all rows that it predicted, from its first to its last", precision: "approximate" },
      );
      const profile = question.windows[0]?.profile;
      if (profile) items.push({ version: name, metrics: performanceMetrics(profile).metrics });
    }
    return { items, head };
  },
});
