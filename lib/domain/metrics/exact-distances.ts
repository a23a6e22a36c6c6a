import type { EventRow } from "#lib/domain/events/event";
import type { ProfileSpec } from "#lib/domain/profile/profile";
import { columnCell } from "#lib/domain/profile/row-values";
import { kolmogorovSmirnov } from "#lib/domain/stats/kolmogorov-smirnov";
import { meanAndDeviation } from "#lib/domain/stats/mean-and-deviation";
import { normalizedWasserstein, wasserstein } from "#lib/domain/stats/wasserstein";
import type { ExactDistances } from "./drift-metrics.ts";
import { GrowingNumbers } from "./growing-numbers.ts";

/** The numbers of some columns, gathered row by row; null for a column that is not asked for or holds no numbers. */
export type ColumnNumbers = (GrowingNumbers | null)[];

/** Gatherers for the numeric columns of a spec, or only for one of them. */
export const columnNumbers = ({ columns }: ProfileSpec, feature?: string): ColumnNumbers =>
  columns.map(({ name, type }) => (type === "numeric" && (feature === undefined || feature === name) ? new GrowingNumbers() : null));

/** Adds what a row holds; missing values and those of the wrong type are left out, as everywhere in drift. */
export function addNumbers(into: ColumnNumbers, spec: ProfileSpec, row: EventRow): void {
  for (const [index, column] of spec.columns.entries()) {
    const numbers = into[index];
    if (!numbers) continue;
    const cell = columnCell(spec, column.source, row);
    if (typeof cell === "number") numbers.add(cell);
  }
}

/** KS and Wasserstein of every column from the rows of both sides, as SciPy defines them; null where a side has no numbers. */
export function exactDistances(reference: ColumnNumbers, current: ColumnNumbers): (ExactDistances | null)[] {
  return current.map((numbers, index) => {
    const base = reference[index];
    if (!numbers || !base || numbers.count === 0 || base.count === 0) return null;
    const [theirs, ours] = [base.sorted(), numbers.sorted()];
    const [ks, distance] = [kolmogorovSmirnov(theirs, ours), wasserstein(theirs, ours)];
    if (ks.value === null || distance.value === null) return null;
    const { deviation } = meanAndDeviation(theirs);
    return { ks: ks.value, wasserstein: distance.value, normalizedWasserstein: normalizedWasserstein(distance, deviation).value };
  });
}
