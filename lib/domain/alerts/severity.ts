import { z } from "zod";

/** How bad an alert or incident is. */
export const Severity = z.enum(["warning", "critical"]);
export type Severity = z.infer<typeof Severity>;

/** Which limit of a rule a value crosses. The rule's own `severity` says how bad `critical` is. */
export const Level = z.enum(["none", "warning", "critical"]);
export type Level = z.infer<typeof Level>;

const rank: Record<Level, number> = { none: 0, warning: 1, critical: 2 };

/** True when `a` is worse than `b`. */
export const isWorse = (a: Level, b: Level): boolean => rank[a] > rank[b];
