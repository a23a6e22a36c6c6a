import type { ColumnSpec, Profile } from "./profile.ts";

/** Rows that have a value of the right type in this column. */
export function presentRows(profile: Profile, column: number): number {
  const counts = profile.columns[column];
  return counts === undefined ? 0 : profile.rows - counts.missing - counts.wrongType;
}

/** Mean and population standard deviation of a numeric column, from its sums; null without values. */
export function columnMoments(
  profile: Profile,
  column: number,
  { type }: Pick<ColumnSpec, "type">,
): { mean: number | null; deviation: number | null } {
  const counts = profile.columns[column];
  const n = presentRows(profile, column);
  if (counts === undefined || n <= 0 || type !== "numeric") return { mean: null, deviation: null };
  const mean = counts.sum / n;
  // A constant column must not get a deviation from rounding.
  if (counts.min === counts.max) return { mean: counts.min ?? mean, deviation: 0 };
  return { mean, deviation: Math.sqrt(Math.max(0, counts.sumSquares / n - mean * mean)) };
}
