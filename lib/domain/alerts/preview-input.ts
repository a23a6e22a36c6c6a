import { z } from "zod";
import { AlertRuleInput } from "./rule.ts";

const Time = z.iso.datetime({ offset: true, error: "Write an instant such as 2026-01-01T00:00:00Z." });

/** [time, value], in order of time; null is no data, "error" a failed evaluation. Comes out as `preview` takes it. */
const Point = z
  .tuple([Time, z.union([z.number(), z.null(), z.literal("error")], 'Write a number, null or "error".')])
  .transform(([time, value]) => ({ time: Date.parse(time), value }));

const Series = z.object({
  labels: z.record(z.string(), z.string()).default({}),
  points: z.array(Point).superRefine((points, context) => {
    const at = points.findIndex(({ time }, i) => i > 0 && time <= (points[i - 1]?.time ?? time));
    if (at > 0) context.addIssue({ code: "custom", path: [at, 0], message: "Each point must be later than the one before it." });
  }),
});

/** A rule to try, on its own history from `from` to `to`, or on given points; then it needs neither name nor query. */
export const PreviewInput = z
  .object({
    rule: AlertRuleInput.extend({ name: z.string().max(200).default(""), query: AlertRuleInput.shape.query.optional() }),
    from: Time.optional(),
    to: Time.optional(),
    series: z.array(Series).max(1000).optional(),
  })
  .superRefine(({ rule, from, to, series }, context) => {
    const issue = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (series) return;
    if (!rule.query) issue(["rule", "query"], "Give the rule a query, or give series to try it on.");
    if (!from) issue(["from"], "Give from and to, or series.");
    if (!to) issue(["to"], "Give from and to, or series.");
    if (from && to && Date.parse(from) >= Date.parse(to)) issue(["to"], "Must be later than from.");
  });
export type PreviewInput = z.output<typeof PreviewInput>;
