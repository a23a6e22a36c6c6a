import "server-only";
import { z } from "zod";
import type { DistributionAnswer, DriftAnswer } from "#lib/domain/analysis/answers/drift";
import type { QualityAnswer } from "#lib/domain/analysis/answers/quality";
import { checkColumn } from "#lib/domain/analysis/check-column";
import { buildDistribution } from "#lib/domain/analysis/distribution";
import { buildDrift } from "#lib/domain/analysis/drift";
import { buildQuality } from "#lib/domain/analysis/quality";
import { selectedWindow } from "#lib/domain/models/page-query";
import { analysisShape } from "../analysis/input.ts";
import { loadSeries } from "../analysis/load-question.ts";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

export type FeatureHistory = {
  drift: DriftAnswer;
  quality: QualityAnswer;
  selected: string | null;
  /** of the selected window; null without windows */
  distribution: DistributionAnswer | null;
};

/** One column over a range, and its distribution in one window, from one reading of the Profiles. */
export const readFeatureHistory = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Drift and quality of one column over a range, and its distribution in one window",
  input: z.object({ ...analysisShape, feature: z.string().min(1).max(300), at: z.string().max(50).optional() }),
  run: async ({ ctx, input }): Promise<FeatureHistory> => {
    const { question } = await loadSeries(ctx, await findModel(ctx, input.slug), { ...input, expired: "empty" });
    checkColumn(question, input.feature);
    const drift = buildDrift(question, { feature: input.feature });
    const selected = selectedWindow(drift.windows, input.at, ({ predictions }) => predictions > 0)?.start ?? null;
    const window = question.windows[drift.windows.findIndex(({ start }) => start === selected)];
    return {
      drift,
      quality: buildQuality(question, { feature: input.feature }),
      selected,
      distribution: window ? buildDistribution({ ...question, size: null, windows: [window] }, input.feature) : null,
    };
  },
});
