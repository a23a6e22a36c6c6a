import "server-only";
import { z } from "zod";
import type { DistributionAnswer, DriftAnswer } from "#lib/domain/analysis/answers/drift";
import type { EstimatedPerformanceAnswer, PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { buildDistribution } from "#lib/domain/analysis/distribution";
import { buildDrift } from "#lib/domain/analysis/drift";
import { buildEstimatedPerformance } from "#lib/domain/analysis/estimated-performance";
import { buildPerformance } from "#lib/domain/analysis/performance";
import { selectedWindow } from "#lib/domain/models/page-query";
import { analysisShape } from "../analysis/input.ts";
import { loadSeries } from "../analysis/load-question.ts";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

export type ModelHealth = {
  performance: PerformanceAnswer;
  /** null where it cannot be estimated */
  estimated: EstimatedPerformanceAnswer | null;
  drift: DriftAnswer;
  /** start of the window that the rest speaks of; null without windows */
  selected: string | null;
  /** of the columns of that window that moved most */
  distributions: DistributionAnswer[];
};

/** What a model's first page shows, from one reading of its Profiles. */
export const readModelHealth = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "A model's performance and drift over a range, and the columns that moved most in one window",
  input: z.object({ ...analysisShape, at: z.string().max(50).optional(), columns: z.number().int().min(0).max(50).default(10) }),
  run: async ({ ctx, input }): Promise<ModelHealth> => {
    const model = await findModel(ctx, input.slug);
    const { question } = await loadSeries(ctx, model, { ...input, expired: "empty" });
    const performance = buildPerformance(question);
    const drift = buildDrift(question);
    const judged = ({ status }: { status: string }) => status === "ok" || status === "warning" || status === "critical";
    const selected = selectedWindow(performance.windows, input.at, judged, ({ predictions }) => predictions > 0)?.start ?? null;
    const at = performance.windows.findIndex(({ start }) => start === selected);
    const window = question.windows[at];
    const moved = drift.windows[at]?.features.slice(0, input.columns) ?? [];
    return {
      performance,
      estimated: model.task === "binary" && question.reference !== null ? buildEstimatedPerformance(question) : null,
      drift,
      selected,
      distributions: window ? moved.map(({ feature }) => buildDistribution({ ...question, size: null, windows: [window] }, feature)) : [],
    };
  },
});
