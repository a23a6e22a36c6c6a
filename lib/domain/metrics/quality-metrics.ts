import type { QualityFeature } from "#lib/domain/analysis/answers/quality";
import type { Expectations } from "#lib/domain/models/model";
import { columnMoments, presentRows } from "#lib/domain/profile/column-moments";
import { repeatedShare } from "#lib/domain/profile/distinct";
import type { ColumnCounts, ColumnSpec, Profile } from "#lib/domain/profile/profile";

/** The bins of a layout that hold what the reference never had: null where that is not counted. */
function unseenRows({ layout }: ColumnSpec, { bins }: ColumnCounts): number | null {
  if (layout.kind === "categories") return bins.get(layout.categories.length + 1) ?? 0;
  return null;
}

/** Numbers below the reference's minimum or above its maximum. */
function outOfRangeRows({ layout }: ColumnSpec, { bins }: ColumnCounts): number | null {
  if (layout.kind === "quantiles") return (bins.get(0) ?? 0) + (bins.get(layout.edges.length) ?? 0);
  if (layout.kind === "values") return (bins.get(0) ?? 0) + (bins.get(2 * layout.values.length) ?? 0);
  return null;
}

/** Quality of one column: shares of all rows, the moments, and which declared expectations are broken. */
export function columnQuality(profile: Profile, column: ColumnSpec, index: number, expectations?: Expectations): QualityFeature | null {
  const counts = profile.columns[index];
  if (counts === undefined) return null;
  const numeric = column.type === "numeric";
  const without = column.layout.kind === "none" ? "no_reference" : column.layout.kind;
  const parts: Record<string, number | string> = {
    missingShare: counts.missing,
    unseenShare: numeric ? "not_categorical" : (unseenRows(column, counts) ?? without),
    outOfRangeShare: numeric ? (outOfRangeRows(column, counts) ?? without) : "not_numeric",
    wrongTypeShare: counts.wrongType,
    outlierShare: numeric ? (column.fences === null ? "no_reference" : counts.outliers) : "not_numeric",
    unexpectedShare: column.expected === null ? "no_expectation" : counts.unexpected,
    repeatedShare: column.expected?.unique ? repeatedRows(profile, index, counts) : "no_expectation",
  };
  const reasons: Record<string, string> = {};
  const shareOf = (name: string): number | null => {
    const part = parts[name];
    if (typeof part === "number" && profile.rows > 0) return part / profile.rows;
    reasons[name] = typeof part === "string" ? part : "no_rows";
    return null;
  };
  const { mean, deviation } = columnMoments(profile, index, column);
  const shares = {
    missingShare: shareOf("missingShare"),
    unseenShare: shareOf("unseenShare"),
    outOfRangeShare: shareOf("outOfRangeShare"),
    wrongTypeShare: shareOf("wrongTypeShare"),
    outlierShare: shareOf("outlierShare"),
    unexpectedShare: shareOf("unexpectedShare"),
    repeatedShare: shareOf("repeatedShare"),
  };
  const moments = { mean, standardDeviation: deviation, minimum: numeric ? counts.min : null, maximum: numeric ? counts.max : null };
  for (const [name, value] of Object.entries(moments)) if (value === null) reasons[name] = numeric ? "no_rows" : "not_numeric";
  return {
    feature: column.name,
    type: column.type,
    rows: profile.rows,
    ...shares,
    ...moments,
    broken: brokenExpectations(shares, expectations),
    ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
  };
}

const repeatedRows = (profile: Profile, index: number, { distinct }: ColumnCounts): number => {
  const present = presentRows(profile, index);
  return repeatedShare(distinct ?? new Set(), present) * present;
};

type Shares = Pick<QualityFeature, "missingShare" | "unexpectedShare" | "repeatedShare" | "outlierShare">;

const percent = (value: number): string => `${Number((value * 100).toPrecision(3))} %`;

function brokenExpectations(
  { missingShare, unexpectedShare, repeatedShare: repeated, outlierShare }: Shares,
  expectations: Expectations = {},
): string[] {
  const broken: string[] = [];
  const { missingAllowed, maximumMissingShare, outliers } = expectations;
  if (unexpectedShare !== null && unexpectedShare > 0)
    broken.push(`${percent(unexpectedShare)} of rows are outside the declared values or range.`);
  if (repeated !== null && repeated > 0) broken.push(`${percent(repeated)} of rows repeat a value that should be unique.`);
  if (missingShare !== null && missingAllowed === false && missingShare > 0)
    broken.push(`${percent(missingShare)} of rows are missing it; none may.`);
  if (missingShare !== null && maximumMissingShare !== undefined && missingShare > maximumMissingShare)
    broken.push(`${percent(missingShare)} of rows are missing it; at most ${percent(maximumMissingShare)} may.`);
  if (outlierShare !== null && outliers === false && outlierShare > 0)
    broken.push(`${percent(outlierShare)} of rows are outliers; none may be.`);
  return broken;
}
