import { z } from "zod";
import { durationSeconds } from "#lib/domain/time/duration";

export const tasks = ["binary", "multiclass", "regression"] as const;
export const featureTypes = ["numeric", "categorical", "boolean"] as const;
export const windows = ["5m", "1h", "1d", "1w", "1mo"] as const;
export const criticalities = ["low", "medium", "high", "critical"] as const;
export const stages = ["challenger", "champion", "shadow", "retired"] as const;

export type Task = (typeof tasks)[number];
export type FeatureType = (typeof featureTypes)[number];
export type WindowSize = (typeof windows)[number];
export type Criticality = (typeof criticalities)[number];
export type Stage = (typeof stages)[number];

export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "Use 1 to 63 lower-case letters, digits and hyphens, starting with a letter or digit.");

/** Names of features, groups and segments; "@" is kept for @score and @prediction, "=" parts a segment's name from its value. */
const ColumnName = z
  .string()
  .min(1)
  .max(200)
  .refine(
    (name) => !name.startsWith("@") && !name.includes("=") && !name.includes(":"),
    "A name may not start with @ or hold = or a colon.",
  );

/** What a person expects of a feature, checked for every window. */
export const Expectations = z.object({
  values: z.array(z.string()).max(1000).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unique: z.boolean().optional(),
  missingAllowed: z.boolean().optional(),
  maximumMissingShare: z.number().min(0).max(1).optional(),
  outliers: z.boolean().optional(),
});
export type Expectations = z.infer<typeof Expectations>;

export const FeatureInput = z.object({ name: ColumnName, type: z.enum(featureTypes), expectations: Expectations.optional() });
export type FeatureInput = z.infer<typeof FeatureInput>;

const unique = (names: string[]) => new Set(names).size === names.length;

export const ModelSchema = z.object({
  features: z
    .array(FeatureInput)
    .max(2000)
    .refine((list) => unique(list.map(({ name }) => name)), "Two features have the same name.")
    .default([]),
  groups: z.array(ColumnName).max(20).refine(unique, "Two groups have the same name.").default([]),
  segments: z.array(ColumnName).max(20).refine(unique, "Two segments have the same name.").default([]),
});
export type ModelSchema = z.infer<typeof ModelSchema>;

export const Duration = z.union([z.string(), z.number()]).transform((value, context) => {
  const seconds = durationSeconds(value);
  if (seconds !== null) return seconds;
  context.addIssue({ code: "custom", message: "Write a duration such as 90s, 5m, 1h, 7d or P7D." });
  return z.NEVER;
});

const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, "This time zone is not known. Write a name such as Europe/Berlin or UTC.");

/** How long rows and each tier of Profiles are kept; a missing entry keeps everything. */
export const Retention = z.object({
  rows: Duration.optional(),
  "5m": Duration.optional(),
  "1h": Duration.optional(),
  "1d": Duration.optional(),
});
export type Retention = z.infer<typeof Retention>;

/** Where the events are. A new store is one entry of this union and one adapter. */
export const Store = z.discriminatedUnion("kind", [z.object({ kind: z.literal("postgres") })]);

export const ModelInput = z.object({
  slug: Slug.refine((slug) => slug !== "new" && slug !== "infer", "The pages and the API use this word themselves. Choose another slug."),
  name: z.string().trim().min(1).max(200),
  task: z.enum(tasks),
  team: Slug.default("default"),
  criticality: z.enum(criticalities).default("medium"),
  description: z.string().max(5000).default(""),
  schema: ModelSchema.prefault({}),
  decisionThreshold: z.number().min(0).max(1).default(0.5),
  positiveLabel: z.union([z.string().max(200), z.number(), z.boolean()]).default(1),
  labelDelay: Duration.default(0),
  window: z.enum(windows).default("1h"),
  timeZone: TimeZone.default("UTC"),
  minimumRows: z.number().int().min(0).max(1e9).default(200),
  minimumLabelCoverage: z.number().min(0).max(1).default(0),
  retention: Retention.nullable().default(null),
  store: Store.default({ kind: "postgres" }),
});
export type ModelInput = z.infer<typeof ModelInput>;

/** A stored feature: `slot` is its place in every stored row, given once and never used again for another. */
export type Feature = FeatureInput & { slot: number };
export type StoredSchema = {
  features: Feature[];
  groups: { name: string; slot: number }[];
  segments: { name: string; slot: number }[];
  nextSlot: number;
};

/** A model as the core sees it. `number` keys the telemetry tables. */
export type Model = Omit<ModelInput, "schema" | "labelDelay" | "team"> & {
  id: string;
  number: number;
  team: { id: string; slug: string; name: string };
  schema: StoredSchema;
  labelDelaySeconds: number;
  /** the frozen reference in force, or null */
  reference: { id: string; number: number; version: number; rows: number; createdAt: Date } | null;
  createdAt: Date;
  updatedAt: Date;
};
