import type { Task } from "#lib/domain/models/model";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";
import type { Calibration } from "./estimated-metrics.ts";
import type { Direction, MetricFacts } from "./performance-catalogue.ts";

/** What a metric is computed from: the Profile of one window, never more. */
export type MetricInput = {
  spec: ProfileSpec;
  profile: Profile;
  /** how long the window lasts */
  seconds: number;
  reference: Profile | null;
  calibration: Calibration;
  /** without it the worst column speaks */
  feature?: string | undefined;
  /** without it the first declared group attribute is taken */
  attribute?: string | undefined;
  /** without it the worst group speaks, where that has a meaning */
  group?: string | undefined;
  baseGroup?: string | undefined;
};

/** A value with its interval and the rows it rests on; null only with a reason. */
export type MetricValue = { value: number | null; low: number | null; high: number | null; reason?: string | undefined; samples: number };

export type MetricDefinition = MetricFacts & {
  /** page.metric, as in queries of KPIs and rules */
  name: string;
  tasks: readonly Task[];
  /** what the query may name besides the metric */
  by: "model" | "feature" | "attribute" | "group";
  /** late labels change it */
  needsLabels: boolean;
  of: (input: MetricInput) => MetricValue;
};

export const everyTask: readonly Task[] = ["binary", "multiclass", "regression"];

export const plain = (value: number | null, samples: number, reason: string | undefined): MetricValue => ({
  value,
  low: null,
  high: null,
  samples,
  ...(value === null ? { reason: reason ?? "no_rows" } : {}),
});

export const ratio = (label: string, direction: Direction): MetricFacts => ({ label, unit: null, direction, range: { min: 0, max: 1 } });
export const atLeastZero = (label: string, direction: Direction, unit: string | null = null): MetricFacts => ({
  label,
  unit,
  direction,
  range: { min: 0 },
});
