import type { DriftFeature } from "./answers/drift.ts";
import type { Severity } from "./status.ts";

/** From this share of columns on drift speaks of the data as a whole, not of a column. */
export const DRIFTED_SHARE_LIMIT = 0.5;

export type DriftSummary = { driftedShare: number | null; driftedCount: number; judgedCount: number };

/** How many columns drifted of those that have a PSI; @score and @prediction count like any other. */
export function driftSummary(columns: readonly Pick<DriftFeature, "psi" | "drifted">[]): DriftSummary {
  const judged = columns.filter(({ psi }) => psi !== null).length;
  const drifted = columns.filter((column) => column.drifted).length;
  return { driftedShare: judged > 0 ? drifted / judged : null, driftedCount: drifted, judgedCount: judged };
}

/** A drifted column is a warning; from half of them on it is critical. */
export function driftSeverity({ driftedShare, driftedCount }: DriftSummary): Severity {
  if (driftedShare !== null && driftedShare >= DRIFTED_SHARE_LIMIT) return "critical";
  return driftedCount > 0 ? "warning" : "ok";
}
