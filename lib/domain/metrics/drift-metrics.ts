import type { DriftFeature } from "#lib/domain/analysis/answers/drift";
import { columnMoments, presentRows } from "#lib/domain/profile/column-moments";
import { pooledCounts } from "#lib/domain/profile/deciles";
import { alignedCounts } from "#lib/domain/profile/distributions";
import { emptyColumn } from "#lib/domain/profile/empty-profile";
import { columnKs, columnWasserstein } from "#lib/domain/profile/number-distances";
import type { ColumnLayout, ColumnSpec, Profile } from "#lib/domain/profile/profile";
import { chiSquareHomogeneity } from "#lib/domain/stats/chi-square-test";
import { hellingerDistance } from "#lib/domain/stats/hellinger-distance";
import { jensenShannonDistance } from "#lib/domain/stats/jensen-shannon-distance";
import { ksCriticalValue } from "#lib/domain/stats/ks-p-value";
import { populationStabilityIndex } from "#lib/domain/stats/population-stability-index";
import { driftThreshold } from "#lib/domain/stats/psi-threshold";
import { normalizedWasserstein } from "#lib/domain/stats/wasserstein";

export const PSI_FLOOR = 1e-4;

/** Distances that were computed from rows instead of bins. */
export type ExactDistances = { ks: number; wasserstein: number; normalizedWasserstein: number | null };

export type ColumnDrift = DriftFeature & {
  /** how much larger the exact KS distance can be */
  ksError: number | null;
};

type Value = { value: number | null; reason?: string | undefined };
const missing = (reason: string): Value => ({ value: null, reason });
const bins = (layout: ColumnLayout): boolean => layout.kind !== "none" && layout.kind !== "identifier";
const isNumeric = (layout: ColumnLayout): boolean => layout.kind === "quantiles" || layout.kind === "values";

/**
 * Drift of one column of two Profiles of the same spec. PSI, JS distance (base 2) and Hellinger of numbers on the reference's deciles with
 * open ends; of categories PSI and χ² pool those with a reference share under 1 %, JS distance and Hellinger do not. KS and Wasserstein from
 * the native bins unless `exact` gives them.
 */
export function columnDrift(
  column: ColumnSpec,
  index: number,
  reference: Profile | null,
  current: Profile,
  exact: ExactDistances | null = null,
): ColumnDrift {
  const { layout } = column;
  const ours = current.columns[index] ?? emptyColumn();
  const theirs = reference?.columns[index] ?? emptyColumn();
  const numeric = isNumeric(layout);
  const noBins = reference === null ? "no_reference" : layout.kind === "identifier" ? "identifier" : "no_reference_rows";
  const pooled = pooledCounts(layout, theirs, ours);
  const plain = numeric ? pooled : alignedCounts(layout, theirs, ours);
  const withBins = (measure: () => Value): Value => (bins(layout) ? measure() : missing(noBins));
  const ofNumbers = (measure: () => Value): Value =>
    column.type !== "numeric" ? missing("not_numeric") : numeric ? measure() : missing(noBins);

  const psi = withBins(() => populationStabilityIndex(pooled.reference, pooled.current, { floor: PSI_FLOOR }));
  const jsDistance = withBins(() => jensenShannonDistance(plain.reference, plain.current));
  const hellinger = withBins(() => hellingerDistance(plain.reference, plain.current));
  const chi =
    column.type === "numeric" || !bins(layout)
      ? undefinedChi(column.type === "numeric" ? "not_categorical" : noBins)
      : chiSquareHomogeneity(pooled.reference, pooled.current);
  const binned = numeric ? columnKs(layout, theirs, ours) : null;
  const ks = ofNumbers(() => (exact ? { value: exact.ks } : (binned ?? missing(noBins))));
  const distance = numeric ? columnWasserstein(layout, theirs, ours) : null;
  const { mean: referenceMean, deviation } = reference === null ? { mean: null, deviation: null } : columnMoments(reference, index, column);
  const wasserstein = ofNumbers(() => (exact ? { value: exact.wasserstein } : (distance ?? missing(noBins))));
  const normalized = ofNumbers(() => {
    if (exact) return exact.normalizedWasserstein === null ? missing("constant_reference") : { value: exact.normalizedWasserstein };
    return distance === null ? missing(noBins) : normalizedWasserstein(distance, deviation);
  });
  const rows = presentRows(current, index);
  const referenceRows = reference === null ? 0 : presentRows(reference, index);
  const threshold = driftThreshold(pooled.reference.length, referenceRows, rows);
  const { mean } = columnMoments(current, index, column);
  const missingShare = current.rows > 0 ? ours.missing / current.rows : null;
  const measures: Record<string, Value> = {
    psi,
    jsDistance,
    ks,
    wasserstein,
    normalizedWasserstein: normalized,
    hellinger,
    chiSquare: { value: chi.statistic, reason: chi.reason },
    cramersV: { value: chi.cramersV, reason: chi.reason },
    ksCritical: { value: ks.value, reason: ks.reason },
    threshold: { value: threshold.threshold, reason: bins(layout) ? undefined : noBins },
    mean: { value: mean, reason: column.type === "numeric" ? undefined : "not_numeric" },
    referenceMean: {
      value: referenceMean,
      reason: reference === null ? "no_reference" : column.type === "numeric" ? "no_reference_rows" : "not_numeric",
    },
    missingShare: { value: missingShare },
  };
  const reasons = Object.fromEntries(
    Object.entries(measures).flatMap(([name, { value, reason }]) => (value === null ? [[name, reason ?? "no_rows"]] : [])),
  );
  return {
    feature: column.name,
    type: column.type,
    psi: psi.value,
    jsDistance: jsDistance.value,
    ks: ks.value,
    ksCritical: ks.value === null ? null : ksCriticalValue(referenceRows, rows),
    wasserstein: wasserstein.value,
    normalizedWasserstein: normalized.value,
    hellinger: hellinger.value,
    chiSquare: { statistic: chi.statistic, degreesOfFreedom: chi.degreesOfFreedom, pValue: chi.pValue },
    cramersV: chi.cramersV,
    mean,
    referenceMean,
    missingShare,
    drifted: psi.value !== null && threshold.threshold !== null && psi.value >= threshold.threshold,
    threshold: { metric: "psi", value: threshold.threshold, practical: threshold.practical, sampling: threshold.sampling },
    rows,
    ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
    ksError: exact ? 0 : (binned?.error ?? null),
  };
}

const undefinedChi = (reason: string) => ({ statistic: null, degreesOfFreedom: null, pValue: null, cramersV: null, reason });

/** Drift of all columns, or of the one asked for; `exact` is aligned with the spec's columns. */
export function driftOf(
  columns: readonly ColumnSpec[],
  reference: Profile | null,
  current: Profile,
  { feature, exact }: { feature?: string | undefined; exact?: (ExactDistances | null)[] | undefined } = {},
): ColumnDrift[] {
  return columns.flatMap((column, index) =>
    feature !== undefined && column.name !== feature ? [] : [columnDrift(column, index, reference, current, exact?.[index] ?? null)],
  );
}
