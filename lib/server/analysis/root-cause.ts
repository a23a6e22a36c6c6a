import "server-only";
import { pool } from "#lib/db/pool";
import { readSegmentProfiles } from "#lib/db/telemetry/read-profiles";
import { readReferenceSegments } from "#lib/db/telemetry/read-reference";
import { RootCauseAnswer } from "#lib/domain/analysis/answers/root-cause";
import { coverRange } from "#lib/domain/analysis/cover";
import { buildRootCause, type SegmentProfiles } from "#lib/domain/analysis/root-cause";
import type { Model } from "#lib/domain/models/model";
import { mergeInto } from "#lib/domain/profile/merge";
import type { Profile } from "#lib/domain/profile/profile";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";
import { AnalysisInput } from "./input.ts";
import { type Loaded, loadRange } from "./load-question.ts";

/** Profiles of every segment value in the range and in the reference, by the key of the segment. */
async function segmentsOf(model: Model, { spec, range, versions }: Loaded): Promise<SegmentProfiles[]> {
  if (spec.spec.segments.length === 0) return [];
  const stretches = coverRange(range.from, range.to, model.timeZone, { finest: 1 });
  const [reference, ...parts] = await Promise.all([
    spec.reference === null ? new Map<string, Profile>() : readReferenceSegments(pool(), spec.reference, spec.spec),
    ...stretches.map(({ tier, from, to }) =>
      readSegmentProfiles(pool(), spec, { model: model.number, tier, fromMs: from, toMs: to, versions }),
    ),
  ]);
  const current = new Map<string, Profile>();
  for (const part of parts)
    for (const [key, profile] of part) {
      const sum = current.get(key);
      if (sum) mergeInto(sum, profile);
      else current.set(key, profile);
    }
  return [...new Set([...reference.keys(), ...current.keys()])].map((key) => {
    const at = key.indexOf("=");
    return { name: key.slice(0, at), value: key.slice(at + 1), current: current.get(key) ?? null, reference: reference.get(key) ?? null };
  });
}

export const readRootCause = operation({
  permission: "analysis:read",
  effect: "read",
  summary: "Features and segments ranked by how much of the change against the reference they account for",
  input: AnalysisInput,
  output: RootCauseAnswer,
  run: async ({ ctx, input }) => {
    const model = await findModel(ctx, input.slug);
    const loaded = await loadRange(ctx, model, input);
    return buildRootCause(loaded.question, await segmentsOf(model, loaded));
  },
});
