import { AppError } from "#lib/domain/errors";
import { columnDrift } from "#lib/domain/metrics/drift-metrics";
import { columnMoments, presentRows } from "#lib/domain/profile/column-moments";
import { pooledCounts, pooledRanges } from "#lib/domain/profile/deciles";
import { alignedCounts, type Bin, columnBins } from "#lib/domain/profile/distributions";
import { emptyColumn, emptyProfile } from "#lib/domain/profile/empty-profile";
import type { DistributionAnswer, DistributionBin } from "./answers/drift.ts";
import { driftMethod, rankedFeatures } from "./drift.ts";
import { nullReasons } from "./null-reasons.ts";
import { answerHead } from "./provenance.ts";
import type { Question } from "./question.ts";
import { share } from "./status.ts";

/**
 * Reference and current counts of one column over one range: `bins` are those of PSI for numbers and one per category otherwise, `fine` the
 * native bins of numbers. Throws `not_found` for a column that the model does not have.
 */
export function buildDistribution(question: Question, feature: string): DistributionAnswer {
  const index = question.spec.columns.findIndex(({ name }) => name === feature);
  const column = question.spec.columns[index];
  const range = question.windows[0];
  if (column === undefined || range === undefined)
    throw new AppError(
      "not_found",
      `${question.model.slug} has no column ${feature}. It has ${question.spec.columns.map(({ name }) => name).join(", ")}.`,
    );
  const current = range.profile ?? emptyProfile(question.spec);
  const reference = question.reference?.profile ?? emptyProfile(question.spec);
  const [theirs, ours] = [reference.columns[index] ?? emptyColumn(), current.columns[index] ?? emptyColumn()];
  const { layout } = column;
  const native = named(columnBins(layout), alignedCounts(layout, theirs, ours));
  const numeric = layout.kind === "quantiles" || layout.kind === "values";
  const drift = columnDrift(column, index, question.reference?.profile ?? null, current);
  const [answered] = rankedFeatures([drift]);
  if (answered === undefined) throw new AppError("internal", `The drift of ${feature} could not be computed.`);
  const shown = {
    missingShare: share(ours.missing, current.rows),
    referenceMissingShare: share(theirs.missing, reference.rows),
    minimum: ours.min,
    maximum: ours.max,
    referenceMinimum: theirs.min,
    referenceMaximum: theirs.max,
    standardDeviation: columnMoments(current, index, column).deviation,
    referenceStandardDeviation: columnMoments(reference, index, column).deviation,
  };
  const withoutReference = question.reference === null ? "no_reference" : "no_reference_rows";
  const ofNumbers = (reason: string) => (column.type === "numeric" ? reason : "not_numeric");
  const { reasons = {} } = nullReasons(
    {
      missingShare: "no_rows",
      minimum: ofNumbers("no_rows"),
      maximum: ofNumbers("no_rows"),
      standardDeviation: ofNumbers("no_rows"),
      referenceMissingShare: withoutReference,
      referenceMinimum: ofNumbers(withoutReference),
      referenceMaximum: ofNumbers(withoutReference),
      referenceStandardDeviation: ofNumbers(withoutReference),
    },
    shown,
  );
  if (native.length === 0) reasons.bins = layout.kind === "identifier" ? "identifier" : withoutReference;
  return {
    ...answerHead(question, driftMethod(false, drift.ksError ?? 0)),
    feature,
    type: column.type,
    start: new Date(range.start).toISOString(),
    end: new Date(range.end).toISOString(),
    bins: numeric ? named(pooledRanges(layout), pooledCounts(layout, theirs, ours)) : native.filter(isUsed),
    ...(numeric ? { fine: native.filter((bin) => isUsed(bin) || (bin.low !== null && bin.high !== null)) } : {}),
    rows: presentRows(current, index),
    ...shown,
    drift: answered,
    ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
  };
}

const isUsed = ({ referenceRows, currentRows }: DistributionBin): boolean => referenceRows + currentRows > 0;

function named(bins: Bin[], { reference, current }: { reference: number[]; current: number[] }): DistributionBin[] {
  const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);
  const [referenceTotal, currentTotal] = [total(reference), total(current)];
  return bins.map((bin, index) => ({
    ...placeOf(bin),
    referenceRows: reference[index] ?? 0,
    currentRows: current[index] ?? 0,
    referenceShare: share(reference[index] ?? 0, referenceTotal),
    currentShare: share(current[index] ?? 0, currentTotal),
  }));
}

function placeOf(bin: Bin): Pick<DistributionBin, "kind" | "label" | "low" | "high"> {
  switch (bin.kind) {
    case "range":
      return { kind: bin.kind, label: rangeLabel(bin.low, bin.high), low: bin.low, high: bin.high };
    case "value":
      return { kind: bin.kind, label: String(bin.value), low: bin.value, high: bin.value };
    case "category":
      return { kind: bin.kind, label: bin.name, low: null, high: null };
    default:
      return { kind: bin.kind, label: bin.kind, low: null, high: null };
  }
}

const short = (value: number): string => String(Number(value.toPrecision(6)));

function rangeLabel(low: number | null, high: number | null): string {
  if (low === null) return high === null ? "all" : `< ${short(high)}`;
  return high === null ? `≥ ${short(low)}` : `${short(low)} to ${short(high)}`;
}
