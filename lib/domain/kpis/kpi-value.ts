import { z } from "zod";

/** Labels tell the series of one KPI apart: `{"region":"NE"}`. */
export const KpiLabels = z
  .record(z.string().min(1).max(200), z.string().max(1000))
  .refine((labels) => Object.keys(labels).length <= 20, "A value may have at most 20 labels.");

/** One value as it is sent. */
export const KpiValueInput = z.object({
  time: z.iso.datetime({ offset: true, error: "Write a time such as 2026-01-01T00:00:00Z." }).transform((text) => new Date(text)),
  value: z.number("Write a number; leave the line out when there is none."),
  labels: KpiLabels.default({}),
});
export type KpiValueInput = z.output<typeof KpiValueInput>;

/** A series of a KPI over time: an absent value is null, its reason is beside the newest one only where somebody asks for it. */
export type KpiSeries = { labels: Record<string, string>; points: [time: string, value: number | null][] };

/** The newest value of one series; `samples` where rows were counted for it. */
export type LatestKpiValue = {
  labels: Record<string, string>;
  time: Date | null;
  value: number | null;
  reason: string | null;
  samples?: number;
  /** false: there are too few rows to judge the value */
  enough?: boolean;
};
