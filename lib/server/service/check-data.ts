import "server-only";
import { z } from "zod";
import { modelInclude, toModel } from "#lib/db/models";
import { checkProfiles } from "#lib/db/telemetry/check";
import { operation } from "../operation.ts";

export type CheckAnswer = { models: number; findings: { model: string; window: string; difference: string }[] };

/** Counts every model's rows anew and compares with the stored Profiles. */
export const checkData = operation({
  permission: "system:read",
  effect: "stream",
  summary: "Compare stored Profiles with a re-count of the rows",
  input: z.object({ onModel: z.custom<(slug: string) => void>((value) => typeof value === "function").optional() }),
  run: async ({ ctx, input }): Promise<CheckAnswer> => {
    const models = (await ctx.db.model.findMany({ include: modelInclude, orderBy: { slug: "asc" } })).map(toModel);
    const findings: CheckAnswer["findings"] = [];
    for (const model of models) {
      input.onModel?.(model.slug);
      for (const { window, difference } of await checkProfiles(model)) findings.push({ model: model.slug, window, difference });
    }
    return { models: models.length, findings };
  },
});
