export type DemoEvent = {
  id: string;
  timestamp: string;
  version: string;
  score?: number;
  prediction?: number | string;
  features: Record<string, number | string | null>;
  groups?: Record<string, string>;
  segments?: Record<string, string>;
  latencyMs?: number;
  error?: string;
};
export type DemoLabel = { id: string; label: number | string; timestamp: string };

/** One data set as the demo tells it: the model, its reference, and what is known at a moment. */
export type DemoSet = {
  model: Record<string, unknown> & { slug: string };
  versions: { version: string; stage: "champion" | "retired"; notes: string; trainedAt: string }[];
  reference: (DemoEvent & { label: number })[];
  /** events that happened until `untilMs`, of those after `sinceMs` */
  events: (sinceMs: number, untilMs: number) => DemoEvent[];
  /** labels that have arrived until `untilMs`, of those that arrived after `sinceMs` */
  labels: (sinceMs: number, untilMs: number) => DemoLabel[];
};

const day = 86_400_000;

/** Events with their labels, cut by time: a label arrives `delayMs` after its event. */
export function timed(rows: (DemoEvent & { label: number | string })[], delayMs: number): Pick<DemoSet, "events" | "labels"> {
  const at = rows.map((row) => Date.parse(row.timestamp));
  const within = (sinceMs: number, untilMs: number) =>
    rows.filter((_row, index) => (at[index] ?? 0) > sinceMs && (at[index] ?? 0) <= untilMs);
  return {
    events: (sinceMs, untilMs) => within(sinceMs, untilMs).map(({ label: _label, ...event }) => event),
    labels: (sinceMs, untilMs) =>
      within(sinceMs - delayMs, untilMs - delayMs).map(({ id, label, timestamp }) => ({ id, label, timestamp })),
  };
}

export const days = (count: number): number => count * day;
