import "server-only";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";
import type { Model } from "#lib/domain/models/model";
import type { Context } from "../context.ts";
import { limitedText } from "../http/limited-text.ts";
import { putReference as freezeBody, referenceFromEvents } from "../ingest/put-reference.ts";
import { findModel } from "../models/find-model.ts";
import { operation, parseInput } from "../operation.ts";
import { BulkInput, ReferenceOutput } from "./bulk-input.ts";
import { recordImport } from "./record-import.ts";

const Moment = z.iso.datetime({ offset: true, error: "Write a time such as 2026-01-01T00:00:00Z." }).transform((text) => new Date(text));
const FromEvents = z.object({ from: Moment, to: Moment, version: z.string().min(1).max(200).nullish() });

async function fromEvents(ctx: Context, model: Model, text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError("invalid", 'The body is not JSON. Send {"from","to","version"}, or rows as application/x-ndjson or text/csv.');
  }
  const { from, to, version } = parseInput(FromEvents, json);
  if (to <= from)
    throw new AppError("invalid", "to: The end must be after the start.", {
      errors: [{ path: "to", message: "The end must be after the start." }],
    });
  return referenceFromEvents({ model, from, to, version: version ?? null, now: ctx.now, createdBy: ctx.actor.name });
}

export const putReference = operation({
  permission: "reference:write",
  effect: "stream",
  summary: "Freeze the reference from rows, or from stored events of a stretch of time; answers when it is done",
  input: BulkInput,
  output: ReferenceOutput,
  run: async ({ ctx, input: { slug, body, file, mapping } }) => {
    const model = await findModel(ctx, slug);
    const freeze = () =>
      freezeBody({
        model,
        body: { ...body, ...(file ? { fileName: file } : {}) },
        mapping: mapping ?? null,
        now: ctx.now,
        createdBy: ctx.actor.name,
      });
    const isJson = /^application\/json\b/i.test(body.contentType);
    const answer = isJson
      ? await fromEvents(ctx, model, await limitedText(body, 100_000))
      : file === undefined
        ? await freeze()
        : await recordImport({ ctx, model, kind: "reference", fileName: file }, freeze);
    const { version, rows, rejected } = answer;
    await ctx.audit({
      action: "reference.put",
      noun: "model",
      id: model.id,
      name: model.slug,
      before: model.reference && { version: model.reference.version, rows: model.reference.rows },
      after: { version, rows, rejected, file: file ?? null },
    });
    return answer;
  },
});
