import "server-only";
import { insertModel, readModel } from "#lib/db/models";
import { AppError } from "#lib/domain/errors";
import { assignSlots } from "#lib/domain/models/assign-slots";
import { ModelInput, Slug } from "#lib/domain/models/model";
import { modelAnswer } from "#lib/domain/models/model-answer";
import { operation } from "../operation.ts";
import { teamFor } from "../teams/team-for.ts";
import { ModelOutput } from "./model-output.ts";

/** Slugs that are words of our own addresses. */
const taken = ["infer", "new"];

export const createModel = operation({
  permission: "model:write",
  effect: "write",
  summary: "Register a model",
  // No default for the team: whoever belongs to one puts the model there without naming it.
  input: ModelInput.extend({ team: Slug.nullish() }),
  output: ModelOutput,
  run: async ({ ctx, input: { schema, team: teamSlug, labelDelay, ...input } }) => {
    if (taken.includes(input.slug)) throw new AppError("invalid", `The slug ${input.slug} is taken by a page. Choose another.`);
    const team = await teamFor(ctx, teamSlug);
    if (await readModel(ctx.db, { teamId: null }, input.slug))
      throw new AppError("conflict", `There is a model ${input.slug} already. Choose another slug.`);
    const fields = { ...input, teamId: team.id, labelDelaySeconds: labelDelay, schema: assignSlots(schema) };
    const model = modelAnswer(await insertModel(ctx.db, fields, ctx.now));
    await ctx.audit({ action: "model.create", noun: "model", id: model.id, name: model.slug, after: model });
    return model;
  },
});
