import { z } from "zod";
import { alertStates } from "./instance.ts";
import { Severity } from "./severity.ts";

const Time = z.iso.datetime({ offset: true });

/** What a rule would have done: each evaluation, the episodes, and how noisy it was. `end` is null for an episode that still goes on. */
export const PreviewAnswer = z.object({
  evaluations: z.array(
    z.object({
      time: Time,
      labels: z.record(z.string(), z.string()),
      state: z.enum(alertStates),
      severity: Severity.nullable(),
      value: z.number().nullable(),
    }),
  ),
  episodes: z.array(
    z.object({
      labels: z.record(z.string(), z.string()),
      start: Time,
      end: Time.nullable(),
      severity: Severity,
      peak: z.number().nullable(),
    }),
  ),
  summary: z.object({
    episodes: z.int(),
    firingSeconds: z.number(),
    longestSeconds: z.number(),
    flapPercent: z.number(),
  }),
});
export type PreviewAnswer = z.infer<typeof PreviewAnswer>;
