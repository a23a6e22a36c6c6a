import { type ColumnDrift, driftOf, type ExactDistances, PSI_FLOOR } from "#lib/domain/metrics/drift-metrics";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { benjaminiHochberg } from "#lib/domain/stats/benjamini-hochberg";
import type { DriftAnswer, DriftFeature } from "./answers/drift.ts";
import { driftSeverity, driftSummary } from "./drift-summary.ts";
import { answerHead } from "./provenance.ts";
import type { Question } from "./question.ts";
import { windowHead } from "./status.ts";

export type DriftOptions = {
  feature?: string | undefined;
  /** per window, per column of the spec: distances from rows */
  exact?: (ExactDistances | null)[][];
};

/** Drift of every column per window, the worst first. */
export function buildDrift(question: Question, { feature, exact }: DriftOptions = {}): DriftAnswer {
  const reference = question.reference?.profile ?? null;
  let ksError = 0;
  const windows = question.windows.map((window, index) => {
    const columns = driftOf(question.spec.columns, reference, window.profile ?? emptyProfile(question.spec), {
      feature,
      exact: exact?.[index],
    });
    for (const column of columns) ksError = Math.max(ksError, column.ksError ?? 0);
    const summary = driftSummary(columns);
    const head = windowHead(question, window, { samples: window.profile?.rows ?? 0, needsLabels: false, worst: driftSeverity(summary) });
    return {
      ...head,
      driftedShare: summary.driftedShare,
      driftedCount: summary.driftedCount,
      judgedCount: summary.judgedCount,
      features: rankedFeatures(columns),
      ...(summary.driftedShare === null ? { reasons: { driftedShare: reference === null ? "no_reference" : "no_rows" } } : {}),
    };
  });
  return { ...answerHead(question, driftMethod(exact !== undefined, ksError)), windows };
}

export const driftMethod = (exact: boolean, ksError: number) => ({
  method:
    "PSI at or above max(0.2, χ²₀.₉₉ · (1/n_ref + 1/n_cur)) is drift; χ² of homogeneity with Benjamini–Hochberg adjusted p-values; JS as distance; Wasserstein also in reference standard deviations (population)",
  precision: exact ? ("exact" as const) : ("approximate" as const),
  bins: "numbers: reference deciles with open ends for PSI, JS and Hellinger, 100 reference quantiles for KS and Wasserstein; categories: reference shares under 1 % pooled for PSI and χ²",
  floor: PSI_FLOOR,
  logBase: 2 as const,
  ...(exact ? {} : { bounds: { ks: ksError } }),
});

/** By PSI, largest first, undefined last; p-values adjusted over all columns of the window. */
export function rankedFeatures(columns: readonly ColumnDrift[]): DriftFeature[] {
  const { adjusted } = benjaminiHochberg(columns.map(({ chiSquare }) => chiSquare.pValue));
  return columns
    .map(({ ksError: _, ...feature }, index) => ({
      ...feature,
      chiSquare: { ...feature.chiSquare, adjustedPValue: adjusted[index] ?? null },
    }))
    .sort((a, b) => (b.psi ?? -1) - (a.psi ?? -1));
}
