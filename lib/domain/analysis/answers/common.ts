import { z } from "zod";
import { windows } from "#lib/domain/models/model";

/** A number with its interval; `low` and `high` are null where no interval is claimed, `value` only beside a `reason`. */
export const EstimateAnswer = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reason: z.string().optional(),
});
export type EstimateAnswer = z.infer<typeof EstimateAnswer>;

export const windowStatuses = ["ok", "warning", "critical", "not_enough_data", "no_data", "pending"] as const;
export const WindowStatusAnswer = z.enum(windowStatuses);
export type WindowStatus = (typeof windowStatuses)[number];

/** Why fields of the same object are null, by the field's name. */
export const Reasons = z.record(z.string(), z.string()).optional();

const Moment = z.iso.datetime({ offset: true });

/** What every window starts with. `coverage` is the share of predictions with a label, null without predictions. */
export const WindowHead = z.object({
  start: Moment,
  end: Moment,
  predictions: z.number().int(),
  labelled: z.number().int(),
  coverage: z.number().nullable(),
  status: WindowStatusAnswer,
  /** false while rows of this window may still arrive */
  complete: z.boolean(),
  /** why coverage is null */
  reason: z.string().optional(),
});
export type WindowHead = z.infer<typeof WindowHead>;

export const ReferenceAnswer = z
  .object({
    version: z.number().int(),
    rows: z.number().int(),
    from: Moment.nullable(),
    to: Moment.nullable(),
  })
  .nullable();
export type ReferenceAnswer = z.infer<typeof ReferenceAnswer>;

/** How the numbers came about: enough to compute them again. */
export const Provenance = z.object({
  method: z.string(),
  referenceVersion: z.number().int().nullable(),
  referenceRows: z.number().int().nullable(),
  currentRows: z.number().int(),
  bins: z.string().nullable(),
  floor: z.number().nullable(),
  logBase: z.union([z.literal(2), z.literal("e")]).nullable(),
  labelCoverage: z.number().nullable(),
  dataSource: z.string(),
  computedAt: Moment,
  precision: z.enum(["exact", "approximate"]),
  /** by field: how far an approximate number can be from the exact one, at most over all windows */
  bounds: z.record(z.string(), z.number()).optional(),
  window: z.enum(windows).nullable(),
  timeZone: z.string(),
  version: z.string().nullable(),
  segment: z.string().nullable(),
  /** rows that were accepted and are not in these numbers yet */
  pendingRows: z.number().int(),
  notes: z.array(z.string()).optional(),
});
export type Provenance = z.infer<typeof Provenance>;

/** What every analytic answer holds. `model` is its slug. */
export const AnswerHead = z.object({ model: z.string(), reference: ReferenceAnswer, provenance: Provenance });

/** An answer that is a series of windows. */
export const seriesAnswer = <W extends z.ZodRawShape>(window: W) => AnswerHead.extend({ windows: z.array(WindowHead.extend(window)) });
