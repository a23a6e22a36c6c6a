import type { WindowStatus } from "#lib/domain/analysis/answers/common";
import { criticalities } from "./model.ts";
import type { ModelRow } from "./model-row.ts";

export const attentionGroups = ["attention", "unknown", "healthy"] as const;
export type AttentionGroup = (typeof attentionGroups)[number];

export const attentionWords: Record<AttentionGroup, string> = {
  attention: "Needs attention",
  unknown: "Not enough data",
  healthy: "Healthy",
};

type Judged = Pick<ModelRow, "verdict" | "incidents">;

/** The verdict with what is open about the model: a healthy model with an open incident is not healthy. */
export function shownVerdict({ verdict, incidents }: Judged): { kind: WindowStatus; word?: string } {
  if (verdict === "critical" || incidents.worst === null) return { kind: verdict };
  if (incidents.worst === "warning" && verdict === "warning") return { kind: verdict };
  return { kind: incidents.worst, word: "Incident open" };
}

export function attentionOf(row: Judged): AttentionGroup {
  const { kind } = shownVerdict(row);
  if (kind === "critical" || kind === "warning") return "attention";
  return kind === "ok" ? "healthy" : "unknown";
}

const severity: Record<WindowStatus, number> = { critical: 0, warning: 1, not_enough_data: 2, pending: 3, no_data: 4, ok: 5 };

/** What to look at first: the group, the severity, then how much depends on the model, then its name. */
export const byAttention = (a: ModelRow, b: ModelRow): number =>
  attentionGroups.indexOf(attentionOf(a)) - attentionGroups.indexOf(attentionOf(b)) ||
  severity[shownVerdict(a).kind] - severity[shownVerdict(b).kind] ||
  criticalities.indexOf(b.criticality) - criticalities.indexOf(a.criticality) ||
  a.name.localeCompare(b.name);

export function groupsByAttention(rows: readonly ModelRow[]): { group: AttentionGroup; rows: ModelRow[] }[] {
  const sorted = rows.toSorted(byAttention);
  return attentionGroups.flatMap((group) => {
    const members = sorted.filter((row) => attentionOf(row) === group);
    return members.length > 0 ? [{ group, rows: members }] : [];
  });
}

const models = (count: number): string => (count === 1 ? "model" : "models");

/** The first two lines of the overview: how many models need a look, and which first. */
export function overviewHeadline(rows: readonly ModelRow[]): { title: string; sentence: string } {
  const groups = groupsByAttention(rows);
  const of = (group: AttentionGroup) => groups.find((entry) => entry.group === group)?.rows ?? [];
  const [attention, unknown] = [of("attention"), of("unknown")];
  const first = attention[0];
  const waiting = unknown.length > 0 ? `${unknown.length === rows.length ? "None can be judged yet" : withheld(unknown.length)}.` : "";
  if (rows.length === 0) return { title: "No models yet", sentence: "Add one, or send its first predictions." };
  if (first) {
    const title = `${attention.length} of ${rows.length} ${models(rows.length)} ${attention.length === 1 ? "needs" : "need"} attention`;
    return { title, sentence: [`Look first at ${first.name}: ${lowerFirst(first.headline)}.`, waiting].filter(Boolean).join(" ") };
  }
  const healthy = rows.length - unknown.length;
  if (healthy === 0)
    return {
      title: `${rows.length} ${models(rows.length)}, none judged yet`,
      sentence: "Too few rows or labels have come to judge any of them.",
    };
  const title =
    unknown.length > 0 ? `No model needs attention` : rows.length === 1 ? "The model is healthy" : `All ${rows.length} models are healthy`;
  return {
    title,
    sentence: [`${healthy} ${models(healthy)} ${healthy === 1 ? "is" : "are"} within ${healthy === 1 ? "its" : "their"} limits.`, waiting]
      .filter(Boolean)
      .join(" "),
  };
}

const withheld = (count: number): string =>
  count === 1 ? "One model has too few labels or rows to judge" : `${count} models have too few labels or rows to judge`;

/** "ROC AUC" and "PSI" stay as they are: only a capital before a small letter is a sentence's. */
const lowerFirst = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
