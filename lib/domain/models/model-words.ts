import type { Criticality, Stage, Task, WindowSize } from "./model.ts";

export const taskWords: Record<Task, string> = {
  binary: "Binary classification",
  multiclass: "Multiclass classification",
  regression: "Regression",
};

export const criticalityWords: Record<Criticality, string> = { low: "Low", medium: "Medium", high: "High", critical: "Critical" };

export const stageWords: Record<Stage, string> = { champion: "Champion", challenger: "Challenger", shadow: "Shadow", retired: "Retired" };

/** How much depends on a model, beside its name. */
export const criticalitySentence = (criticality: Criticality): string =>
  criticality === "critical" ? "business-critical" : `${criticality} criticality`;

/** The order in which versions are listed: who decides first. */
export const stageOrder: readonly Stage[] = ["champion", "challenger", "shadow", "retired"];

/** What a stage means for the numbers, where somebody chooses it. */
export const stageSentences: Record<Stage, string> = {
  champion: "Decides. There is one at a time.",
  challenger: "Decides for part of the rows, beside the champion.",
  shadow: "Predicts beside the champion and decides nothing; it is not counted unless asked for.",
  retired: "No longer in use. Its rows stay.",
};

/** A window as a thing: "by month", "rows a month". */
export const windowWords: Record<WindowSize, string> = { "5m": "5 minutes", "1h": "hour", "1d": "day", "1w": "week", "1mo": "month" };

/** A window as a choice: "1 month". */
export const windowChoices: Record<WindowSize, string> = {
  "5m": "5 minutes",
  "1h": "1 hour",
  "1d": "1 day",
  "1w": "1 week",
  "1mo": "1 month",
};

/** The outputs of a model are columns as well; their names say so. */
const outputs: Record<string, string> = { "@score": "Score (output)", "@prediction": "Prediction (output)" };
export const columnName = (feature: string): string => outputs[feature] ?? feature;

/** "segment=value" or "segment:value" as people read it: the value, the segment before it. */
export function segmentWords(segment: string): { name: string; value: string } {
  const at = segment.search(/[:=]/);
  return at < 0 ? { name: segment, value: "" } : { name: segment.slice(0, at), value: segment.slice(at + 1) };
}
