import { count } from "#lib/client/format";
import type { ConfusionAnswer } from "#lib/domain/analysis/answers/performance";

/** What the decisions of a window say: how many positives were found, and how many said to be positive were. */
export function decisionSummary(confusion: ConfusionAnswer | null): string {
  if (confusion === null) return "No labelled decision in this window.";
  const { tp, fp, fn, tn } = confusion;
  if (tp + fp + fn + tn === 0) return "No labelled decision in this window.";
  const found = tp + fn === 0 ? "No row was positive" : `${count(tp)} of ${count(tp + fn)} positive rows were found`;
  const right = tp + fp === 0 ? "none was said to be positive" : `${count(tp)} of ${count(tp + fp)} said to be positive were`;
  return `${found}; ${right}.`;
}
