import "server-only";
import { z } from "zod";
import { prisma } from "#lib/db/client";
import { recountChangedModel } from "#lib/db/model-telemetry";
import { type ModelFields, writeModel } from "#lib/db/models";
import { AppError } from "#lib/domain/errors";
import { assignSlots, withoutSlots } from "#lib/domain/models/assign-slots";
import type { Model } from "#lib/domain/models/model";
import { modelAnswer } from "#lib/domain/models/model-answer";
import { ModelPatch, recountReasons } from "#lib/domain/models/model-patch";
import { auditIn } from "../audit/emit.ts";
import type { Context } from "../context.ts";
import { operation } from "../operation.ts";
import { teamFor } from "../teams/team-for.ts";
import { findModel } from "./find-model.ts";
import { ModelOutput } from "./model-output.ts";

const fieldsOf = ({ id: _, number: __, team, reference: ___, createdAt: ____, updatedAt: _____, ...kept }: Model): ModelFields => ({
  ...kept,
  teamId: team.id,
});

function patched(before: Model, { schema, labelDelay, task, team: _, ...patch }: ModelPatch): ModelFields {
  if (task && task !== before.task)
    throw new AppError("invalid", `${before.slug} is a ${before.task} model; its task cannot change. Register another model.`, {
      errors: [{ path: "task", message: "The task of a model cannot change." }],
    });
  return {
    ...fieldsOf(before),
    ...patch,
    ...(labelDelay === undefined ? {} : { labelDelaySeconds: labelDelay }),
    ...(schema === undefined ? {} : { schema: assignSlots({ ...withoutSlots(before.schema), ...schema }, before.schema) }),
  };
}

/** Writes the model and its audit entry in one transaction. */
const write = (ctx: Context, before: Model, fields: ModelFields, teamSlug: string | undefined) =>
  prisma().$transaction(
    async (db) => {
      const audit: Context["audit"] = (note) => auditIn(db, ctx, note);
      const teamId = teamSlug === undefined ? before.team.id : (await teamFor({ ...ctx, db, audit }, teamSlug)).id;
      const after = modelAnswer(await writeModel(db, before.id, { ...fields, teamId }, ctx.now));
      await audit({ action: "model.update", noun: "model", id: before.id, name: before.slug, before: modelAnswer(before), after });
      return after;
    },
    { timeout: 30_000 },
  );

/** What was counted follows the model: a change of schema, threshold, positive label or time zone counts everything again from the rows. */
export const updateModel = operation({
  permission: "model:write",
  effect: "stream",
  summary: "Change a model; what is absent stays, and what was counted is counted again where it has to be",
  input: ModelPatch.extend({ slug: z.string() }),
  output: ModelOutput,
  run: async ({ ctx, input: { slug, ...patch } }) => {
    const before = await findModel(ctx, slug);
    const fields = patched(before, patch);
    const store = () => write(ctx, before, fields, patch.team);
    const reasons = recountReasons(before, { ...before, ...fields });
    return reasons.length > 0 ? recountChangedModel({ ...before, ...fields }, `changed ${reasons.join(", ")}`, store) : store();
  },
});
