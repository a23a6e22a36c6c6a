import { z } from "zod";
import { Level, Severity } from "./severity.ts";

const Time = z.number();
const Breach = Level.exclude(["none"]);

/** What is known to be true of a series. It stands still while no data or an error is shown. */
export const Phase = z.discriminatedUnion("name", [
  z.object({ name: z.literal("normal") }),
  z.object({ name: z.literal("pending"), since: Time, level: Breach, severity: Severity }),
  z.object({ name: z.literal("firing"), startedAt: Time, level: Breach, severity: Severity }),
  z.object({ name: z.literal("recovering"), since: Time, startedAt: Time, level: Breach, severity: Severity }),
]);
export type Phase = z.infer<typeof Phase>;

export const NoDataReason = z.enum(["no_data", "not_enough_data"]);
const trouble = { since: Time, shown: z.boolean() };

/** Evaluations without a usable value, since when, and whether that is shown yet (`noDataFor`, `onErrorFor`). */
export const Trouble = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("no_data"), reason: NoDataReason, ...trouble }),
  z.object({ kind: z.literal("error"), reason: z.string(), ...trouble }),
]);
export type Trouble = z.infer<typeof Trouble>;

/**
 * The stored state of one series of a rule, plain JSON; times are epoch milliseconds. All clocks are
 * in here, so a restart changes nothing. `value` is the last usable one, `episodes` how often the
 * series has fired. An evicted series stays only for that count and is live again when it comes back.
 */
export const AlertInstance = z.object({
  key: z.string(),
  labels: z.record(z.string(), z.string()),
  firstSeenAt: Time,
  evictedAt: Time.nullable(),
  missedEvaluations: z.int(),
  phase: Phase,
  trouble: Trouble.nullable(),
  value: z.number().nullable(),
  episodes: z.int(),
});
export type AlertInstance = z.infer<typeof AlertInstance>;

export type Labels = Readonly<Record<string, string>>;
export const alertStates = ["normal", "pending", "firing", "recovering", "no_data", "error"] as const;
export type AlertState = (typeof alertStates)[number];

/** The key of a series: its labels in order. Without labels "{}". */
export const seriesKey = (labels: Labels): string =>
  JSON.stringify(Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))));

/** A series that has just been seen for the first time. */
export const newInstance = (labels: Labels, now: number): AlertInstance => ({
  key: seriesKey(labels),
  labels: { ...labels },
  firstSeenAt: now,
  evictedAt: null,
  missedEvaluations: 0,
  phase: { name: "normal" },
  trouble: null,
  value: null,
  episodes: 0,
});

/** The state that people see: what hides the value comes before what was true beneath. */
export const stateOf = ({ phase, trouble }: AlertInstance): AlertState => (trouble?.shown ? trouble.kind : phase.name);

/** How bad the series is at present, also beneath no data or an error; null when it is not bad. */
export const severityOf = ({ phase }: AlertInstance): Severity | null => (phase.name === "normal" ? null : phase.severity);

/** True from firing to recovered, also while no data or an error is shown above it. */
export const inEpisode = ({ phase }: AlertInstance): boolean => phase.name === "firing" || phase.name === "recovering";
