import "server-only";

/** What Modelwatch counts of itself. A new counter is one line here. */
export const counterHelp = {
  modelwatch_http_requests_total: "Requests answered by the API, by method and status.",
  modelwatch_ingested_rows_total: "Lines received, by kind (predictions, labels) and outcome (accepted, duplicate, rejected).",
  modelwatch_counted_rows_total: "Rows added to Profiles.",
  modelwatch_rules_evaluated_total: "Evaluations of alert rules.",
  modelwatch_kpi_values_total: "Values received for pushed KPIs.",
} as const;
export type CounterName = keyof typeof counterHelp;

const holder = globalThis as unknown as { modelwatchCounters?: Map<string, number> };

const unsaved = (): Map<string, number> => {
  holder.modelwatchCounters ??= new Map();
  return holder.modelwatchCounters;
};

const escaped = (text: string) => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

/** The name of a sample as Prometheus writes it: `name{a="1"}`. */
export function sampleName(name: string, labels: Record<string, string> = {}): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(",")}}`;
}

/** Counts in this process; `saveCounters` adds it to what all processes counted. */
export function count(name: CounterName, labels: Record<string, string> = {}, by = 1): void {
  const sample = sampleName(name, labels);
  unsaved().set(sample, (unsaved().get(sample) ?? 0) + by);
}

/** Takes what was counted since the last call. Give it back with `giveBack` when it could not be saved. */
export function takeCounts(): Record<string, number> {
  const counts = Object.fromEntries(unsaved());
  unsaved().clear();
  return counts;
}

export function giveBack(counts: Record<string, number>): void {
  for (const [sample, by] of Object.entries(counts)) unsaved().set(sample, (unsaved().get(sample) ?? 0) + by);
}
