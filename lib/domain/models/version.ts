import { z } from "zod";
import { type Stage, stages } from "./model.ts";

/** 1 to 200 characters, as events carry it. */
export const VersionName = z.string().trim().min(1).max(200);

const Known = z.object({
  stage: z.enum(stages),
  trainedAt: z.iso.datetime({ offset: true }).nullable(),
  artifactUri: z.string().trim().max(2000).nullable(),
  notes: z.string().max(10_000).nullable(),
});

export const VersionInput = Known.partial({ trainedAt: true, artifactUri: true, notes: true }).extend({
  version: VersionName,
  stage: Known.shape.stage.default("challenger"),
});
export type VersionInput = z.infer<typeof VersionInput>;

export const VersionPatch = Known.partial();
export type VersionPatch = z.infer<typeof VersionPatch>;

/** A version of a model. `name` is its version, so that lists of all nouns read alike. */
export type ModelVersion = {
  id: string;
  number: number;
  name: string;
  version: string;
  stage: Stage;
  trainedAt: string | null;
  artifactUri: string | null;
  notes: string | null;
  createdAt: string;
};
