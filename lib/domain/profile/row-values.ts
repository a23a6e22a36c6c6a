import type { Cell, EventRow } from "#lib/domain/events/event";
import type { ColumnSource, ProfileSpec } from "./profile.ts";

type Decision = Pick<ProfileSpec, "task" | "decisionThreshold">;

/** The row's prediction as canonical text; for binary models without one it follows from the score: score ≥ threshold → "1". */
export function predictionOf({ task, decisionThreshold }: Decision, row: EventRow): string | null {
  if (row.prediction !== null || task !== "binary" || row.score === null) return row.prediction;
  return row.score >= decisionThreshold ? "1" : "0";
}

/** The value of a column in a row; the prediction of a regression is a number, of other tasks a category. */
export function columnCell(decision: Decision, source: ColumnSource, row: EventRow): Cell {
  if (source.kind === "slot") return row.cells[source.slot];
  if (source.kind === "score") return row.score ?? undefined;
  const prediction = predictionOf(decision, row);
  if (prediction === null) return undefined;
  return decision.task === "regression" ? Number(prediction) : prediction;
}

/** A group's or segment's value as text; missing is "", and so is a value that is neither text nor number. */
export function slotText(row: EventRow, slot: number): string {
  const cell = row.cells[slot];
  if (typeof cell === "string") return cell;
  return typeof cell === "number" ? String(cell) : "";
}
