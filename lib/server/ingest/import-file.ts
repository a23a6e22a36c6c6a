import "server-only";
import { z } from "zod";
import type { LineError } from "#lib/domain/events/event";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { ingestLabels } from "./ingest-labels.ts";
import { ingestPredictions } from "./ingest-predictions.ts";
import { putReference } from "./put-reference.ts";

type Stream = AsyncIterable<Uint8Array>;

const isFunction = (value: unknown): boolean => typeof value === "function";

/** A file of any size from the machine itself: what the command line and the demo send. */
export const importFile = operation({
  permission: "data:write",
  effect: "stream",
  summary: "Import a file of predictions, labels or a reference",
  input: z.object({
    model: z.string(),
    kind: z.enum(["predictions", "labels", "reference"]),
    fileName: z.string(),
    contentType: z.string().default(""),
    atomic: z.boolean().default(false),
    /** false for a service that sends all the time: what it sends is data, not an act of somebody */
    audited: z.boolean().default(true),
    mapping: z.record(z.string(), z.string().nullable()).nullable().default(null),
    stream: z.custom<Stream>(
      (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
      "A stream of bytes is needed.",
    ),
    onReject: z.custom<(error: LineError) => void>(isFunction).optional(),
    onProgress: z.custom<(lines: number) => void>(isFunction).optional(),
  }),
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.model);
    const common = {
      model,
      now: ctx.now,
      mapping: input.mapping,
      body: { stream: input.stream, contentType: input.contentType, fileName: input.fileName },
      ...(input.onReject ? { onReject: input.onReject } : {}),
      ...(input.onProgress ? { onProgress: input.onProgress } : {}),
    };
    const answer =
      input.kind === "predictions"
        ? await ingestPredictions({ ...common, atomic: input.atomic })
        : input.kind === "labels"
          ? await ingestLabels({ ...common, atomic: input.atomic })
          : await putReference({ ...common, createdBy: ctx.actor.name });
    if (input.audited)
      await ctx.audit({
        action: `${input.kind}.import`,
        noun: "model",
        id: model.id,
        name: model.slug,
        after: { file: input.fileName, ...answer, errors: answer.errors.length },
      });
    return answer;
  },
});
