import { bump } from "./bump.ts";
import { mergeDistinct } from "./distinct.ts";
import { emptyConfusion } from "./empty-profile.ts";
import type { ColumnCounts, Confusion, Profile } from "./profile.ts";

/**
 * Adds `source` to `target`, in place; `source` stays as it is. Both must have been counted with the same spec. Associative, commutative,
 * `emptyProfile` is neutral: counts exactly, floating sums up to rounding. Either may be a difference with negative counts.
 */
export function mergeInto(target: Profile, source: Profile): void {
  target.rows += source.rows;
  target.labelled += source.labelled;
  target.errors += source.errors;
  target.firstMicros = smaller(target.firstMicros, source.firstMicros);
  target.lastMicros = larger(target.lastMicros, source.lastMicros);
  pairwise(target.columns, source.columns, mergeColumn);
  mergeOutcome(target.outcome, source.outcome);
  mergeGroups(target.groups, source.groups);
  mergeLatency(target.latency, source.latency);
  pairwise(target.attributions, source.attributions, (into, from) => {
    into.count += from.count;
    into.sumAbsolute += from.sumAbsolute;
  });
}

function mergeColumn(into: ColumnCounts, from: ColumnCounts): void {
  for (const [bin, count] of from.bins) bump(into.bins, bin, count);
  into.missing += from.missing;
  into.wrongType += from.wrongType;
  into.sum += from.sum;
  into.sumSquares += from.sumSquares;
  into.min = smaller(into.min, from.min);
  into.max = larger(into.max, from.max);
  into.outliers += from.outliers;
  into.unexpected += from.unexpected;
  if (from.distinct) {
    into.distinct ??= new Set();
    mergeDistinct(into.distinct, from.distinct);
  }
}

function mergeOutcome(into: Profile["outcome"], from: Profile["outcome"]): void {
  if (into.kind === "binary" && from.kind === "binary") {
    for (const [cell, count] of from.cells) bump(into.cells, cell, count);
    into.scored += from.scored;
    into.logLossSum += from.logLossSum;
    into.brierSum += from.brierSum;
    pairwise(into.calibration, from.calibration, (tenth, other) => {
      tenth.rows += other.rows;
      tenth.scoreSum += other.scoreSum;
      tenth.positives += other.positives;
    });
  } else if (into.kind === "multiclass" && from.kind === "multiclass") {
    for (const [cell, count] of from.cells) bump(into.cells, cell, count);
    into.scored += from.scored;
    into.logLossSum += from.logLossSum;
  } else if (into.kind === "regression" && from.kind === "regression") {
    into.n += from.n;
    into.sumError += from.sumError;
    into.sumAbsoluteError += from.sumAbsoluteError;
    into.sumSquaredError += from.sumSquaredError;
    into.nPercentage += from.nPercentage;
    into.sumAbsolutePercentage += from.sumAbsolutePercentage;
    into.sumLabel += from.sumLabel;
    into.sumSquaredLabel += from.sumSquaredLabel;
  } else {
    throw new RangeError(`A ${from.kind} Profile cannot be added to a ${into.kind} one.`);
  }
}

function mergeGroups(into: Profile["groups"], from: Profile["groups"]): void {
  for (const [name, values] of from) {
    const target = into.get(name) ?? new Map<string, Confusion>();
    into.set(name, target);
    for (const [value, counts] of values) {
      const sums = target.get(value) ?? emptyConfusion();
      target.set(value, sums);
      sums.tp += counts.tp;
      sums.fp += counts.fp;
      sums.fn += counts.fn;
      sums.tn += counts.tn;
      sums.unlabelledPositive += counts.unlabelledPositive;
      sums.unlabelledNegative += counts.unlabelledNegative;
    }
  }
}

function mergeLatency(into: Profile["latency"], from: Profile["latency"]): void {
  into.count += from.count;
  into.sum += from.sum;
  into.zero += from.zero;
  for (const [bucket, count] of from.buckets) bump(into.buckets, bucket, count);
}

function pairwise<Part>(into: Part[], from: Part[], add: (into: Part, from: Part) => void): void {
  if (into.length !== from.length)
    throw new RangeError(`Profiles of different specs cannot be added: ${into.length} and ${from.length} parts.`);
  into.forEach((part, index) => {
    const other = from[index];
    if (other !== undefined) add(part, other);
  });
}

function smaller(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function larger(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
