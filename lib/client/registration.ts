import { z } from "zod";
import { featureTypes, tasks } from "#lib/domain/models/model";
import { nothing, request } from "./api.ts";

const Slice = z.object({ name: z.string(), why: z.string(), values: z.array(z.string()) });
const Column = z.string().optional();

/** What the server proposes from a sample, with a reason for every choice. */
export const Proposal = z.object({
  rows: z.number(),
  task: z.enum(tasks),
  taskWhy: z.string(),
  positiveLabel: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  features: z.array(
    z.object({
      name: z.string(),
      type: z.enum(featureTypes),
      why: z.string(),
      missingShare: z.number(),
      distinct: z.number(),
      examples: z.array(z.string()),
    }),
  ),
  groups: z.array(Slice),
  segments: z.array(Slice),
  mapping: z.object({
    id: Column,
    timestamp: Column,
    version: Column,
    score: Column,
    prediction: Column,
    label: Column,
    latencyMs: Column,
    error: Column,
    features: z.record(z.string(), z.string()),
    groups: z.record(z.string(), z.string()),
    segments: z.record(z.string(), z.string()),
  }),
  ignored: z.array(z.object({ name: z.string(), why: z.string() })),
});
export type Proposal = z.output<typeof Proposal>;

/** NDJSON begins with a brace, everything else is CSV with a header. */
const textType = (sample: string) => (sample.trimStart().startsWith("{") ? "application/x-ndjson" : "text/csv");

/** A proposal for a sample of rows; for a known model when `slug` is given. Nothing is stored. */
export const inferFrom = (sample: string, slug?: string) =>
  request("POST", slug ? `/api/v1/models/${encodeURIComponent(slug)}/schema/infer` : "/api/v1/models/infer", Proposal, {
    text: { type: textType(sample), content: sample },
  });

const Saved = z.object({ slug: z.string(), name: z.string() });

export const registerModel = (body: Record<string, unknown>) => request("POST", "/api/v1/models", Saved, { body });

export const changeModel = (slug: string, body: Record<string, unknown>) =>
  request("PATCH", `/api/v1/models/${encodeURIComponent(slug)}`, Saved, { body });

export const deleteModel = (slug: string) => request("DELETE", `/api/v1/models/${encodeURIComponent(slug)}`, nothing);
