import { z } from "zod";

export const aggregates = ["mean", "last", "sum", "min", "max"] as const;
export type Aggregate = (typeof aggregates)[number];

/** Values that scripts and people send. `aggregate` is how a chart sums up several values in one window. */
export const PushedKpiQuery = z.object({ kind: z.literal("pushed"), aggregate: z.enum(aggregates).default("mean") });

export const pushedKind = { kind: "pushed", label: "Values sent by scripts or people", query: PushedKpiQuery } as const;
