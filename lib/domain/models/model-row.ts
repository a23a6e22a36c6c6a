import type { WindowStatus } from "#lib/domain/analysis/answers/common";
import type { Criticality, Task, WindowSize } from "./model.ts";

/** A model at a glance: what lists of models show of it, and what a stakeholder may see. */
export type ModelRow = {
  id: string;
  slug: string;
  name: string;
  /** slug and name of the team that owns it */
  team: string;
  teamName: string;
  task: Task;
  criticality: Criticality;
  /** the champion's version, null without one */
  champion: string | null;
  window: WindowSize;
  timeZone: string;
  verdict: WindowStatus;
  /** the verdict in words, and what it rests on */
  headline: string;
  detail: string;
  /** the metric that decides the verdict, else the one that speaks for the model */
  worst: WorstMetricRow | null;
  /** rows of the newest windows, at most 30, and per day over them */
  volume: { rows: number[]; perDay: number | null };
  /** of the newest window with data, outputs among the columns; null without a reference */
  drift: { drifted: number; judged: number } | null;
  /** share of labelled rows over the windows shown, null without rows */
  labelCoverage: number | null;
  /** labelled rows of the window that the verdict is about, against the minimum */
  labels: { labelled: number; needed: number } | null;
  incidents: { open: number; worst: "warning" | "critical" | null; number: number | null };
  lastData: string | null;
  hasReference: boolean;
};

export type WorstMetricRow = {
  /** performance.rocAuc */
  metric: string;
  label: string;
  value: number | null;
  limit: number | null;
  side: "below" | "above" | null;
  /** start of the window that decides; null where it is not one */
  start: string | null;
  /** at most 30 windows, oldest first */
  series: { start: string; value: number | null }[];
};
