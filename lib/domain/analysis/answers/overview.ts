import { z } from "zod";
import { windows } from "#lib/domain/models/model";
import { WindowStatusAnswer } from "./common.ts";

const number = z.number().nullable();

/** A model at a glance: the verdict in words and the few numbers it rests on. */
export const OverviewAnswer = z.object({
  model: z.string(),
  window: z.enum(windows),
  timeZone: z.string(),
  verdict: WindowStatusAnswer,
  headline: z.string(),
  detail: z.string(),
  /** the metric that decides the verdict, else the one that speaks for the task */
  worst: z
    .object({
      metric: z.string(),
      label: z.string(),
      value: number,
      limit: number,
      side: z.enum(["below", "above"]).nullable(),
      start: z.string().nullable(),
      end: z.string().nullable(),
      series: z.array(z.object({ start: z.string(), value: number })),
    })
    .nullable(),
  volume: z.object({ rows: z.array(z.number().int()), perDay: number }),
  drift: z.object({ drifted: z.number().int(), judged: z.number().int() }).nullable(),
  labelCoverage: number,
  /** labelled rows of the window that the verdict is about, against the minimum */
  labels: z.object({ labelled: z.number().int(), needed: z.number().int() }).nullable(),
  lastData: z.string().nullable(),
  hasReference: z.boolean(),
  pendingRows: z.number().int(),
});
export type OverviewAnswer = z.infer<typeof OverviewAnswer>;
