import "server-only";
import { z } from "zod";
import { stages } from "#lib/domain/models/model";

export const VersionOutput = z.object({
  id: z.string(),
  number: z.number().int(),
  name: z.string(),
  version: z.string(),
  stage: z.enum(stages),
  trainedAt: z.string().nullable(),
  artifactUri: z.string().nullable(),
  notes: z.string().nullable(),
  createdAt: z.string(),
});
