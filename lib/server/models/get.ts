import "server-only";
import { z } from "zod";
import { modelAnswer } from "#lib/domain/models/model-answer";
import { operation } from "../operation.ts";
import { findModel } from "./find-model.ts";
import { ModelOutput } from "./model-output.ts";

export const getModel = operation({
  permission: "model:read",
  effect: "read",
  summary: "One model",
  input: z.object({ slug: z.string() }),
  output: ModelOutput,
  run: async ({ ctx, input }) => modelAnswer(await findModel(ctx, input.slug)),
});
