import { smallestHashes } from "./distinct.ts";
import type { ColumnCounts, Confusion, Profile } from "./profile.ts";

const RELATIVE = 1e-9;

/** Whether two Profiles say the same: counts exactly, floating sums within 1e-9 of the sum of the sizes that went into them. */
export function sameProfile(a: Profile, b: Profile): boolean {
  return profileDifference(a, b) === null;
}

/** The first thing in which two Profiles differ, in words for a person who checks stored data; null when they say the same. */
export function profileDifference(a: Profile, b: Profile): string | null {
  for (const [what, left, right] of exactParts(a, b)) if (left !== right) return `${what}: ${left} against ${right}`;
  for (const { what, left, right, size } of sums(a, b))
    if (Math.abs(left - right) > RELATIVE * size) return `${what}: ${left} against ${right}`;
  return null;
}

type Exact = [what: string, left: string | number | null, right: string | number | null];

function* exactParts(a: Profile, b: Profile): Generator<Exact> {
  for (const name of ["rows", "labelled", "errors", "firstMicros", "lastMicros"] as const) yield [name, a[name], b[name]];
  yield ["columns", a.columns.length, b.columns.length];
  for (const [index, column] of a.columns.entries()) {
    const other = b.columns[index];
    if (other === undefined) return;
    for (const name of ["missing", "wrongType", "outliers", "unexpected", "min", "max"] as const)
      yield [`${name} of column ${index}`, column[name], other[name]];
    yield [`distinct values of column ${index}`, distinctText(column), distinctText(other)];
    yield [`bins of column ${index}`, countsText(column.bins), countsText(other.bins)];
  }
  yield ["outcome", outcomeCounts(a.outcome), outcomeCounts(b.outcome)];
  yield ["groups", groupsText(a.groups), groupsText(b.groups)];
  yield ["latency", latencyText(a.latency), latencyText(b.latency)];
  yield ["attributions", a.attributions.map(({ count }) => count).join(" "), b.attributions.map(({ count }) => count).join(" ")];
}

const distinctText = ({ distinct }: ColumnCounts): string => (distinct?.size ? smallestHashes(distinct).join(" ") : "");

function countsText<Key extends string | number>(counts: ReadonlyMap<Key, number>): string {
  const entries = [...counts].filter(([, count]) => count !== 0).sort(([x], [y]) => (x < y ? -1 : 1));
  return entries.map(([key, count]) => `${JSON.stringify(key)}=${count}`).join(" ");
}

function outcomeCounts(outcome: Profile["outcome"]): string {
  if (outcome.kind === "regression") return `n=${outcome.n} nPercentage=${outcome.nPercentage}`;
  const scored = `scored=${outcome.scored}`;
  if (outcome.kind === "multiclass") return `${scored} ${countsText(outcome.cells)}`;
  return `${scored} ${countsText(outcome.cells)} ${outcome.calibration.map(({ rows, positives }) => `${rows}/${positives}`).join(" ")}`;
}

function groupsText(groups: Profile["groups"]): string {
  const confusions = [...groups].flatMap(([name, values]) =>
    [...values].map(([value, counts]) => [JSON.stringify([name, value]), confusionText(counts)] as const),
  );
  const entries = confusions.filter(([, text]) => text !== "0 0 0 0 0 0").sort(([x], [y]) => (x < y ? -1 : 1));
  return entries.map(([key, text]) => `${key}=${text}`).join(" ");
}

const confusionText = ({ tp, fp, fn, tn, unlabelledPositive, unlabelledNegative }: Confusion): string =>
  [tp, fp, fn, tn, unlabelledPositive, unlabelledNegative].join(" ");

function latencyText({ count, zero, buckets }: Profile["latency"]): string {
  return `count=${count} zero=${zero} ${countsText(buckets)}`;
}

type Sum = { what: string; left: number; right: number; size: number };

function* sums(a: Profile, b: Profile): Generator<Sum> {
  for (const [index, column] of a.columns.entries()) {
    const other = b.columns[index];
    if (other !== undefined) yield* columnSums(a.rows, index, column, other);
  }
  yield* outcomeSums(a.outcome, b.outcome);
  yield positive("latency", a.latency.sum, b.latency.sum);
  for (const [index, { sumAbsolute }] of a.attributions.entries())
    yield positive(`attribution ${index}`, sumAbsolute, b.attributions[index]?.sumAbsolute ?? 0);
}

function* columnSums(rows: number, index: number, column: ColumnCounts, other: ColumnCounts): Generator<Sum> {
  yield positive(`sum of squares of column ${index}`, column.sumSquares, other.sumSquares);
  yield { what: `sum of column ${index}`, left: column.sum, right: other.sum, size: sizeOf(rows, column.sumSquares) };
}

/** Labels are subtracted too, which leaves a trace of what was there before: hence never less than 1e-9 for them. */
function* outcomeSums(a: Profile["outcome"], b: Profile["outcome"]): Generator<Sum> {
  const sum = (what: string, left: number, right: number, size: number): Sum => ({ what, left, right, size: Math.max(1, size) });
  if (a.kind === "regression" && b.kind === "regression") {
    for (const name of ["sumAbsoluteError", "sumSquaredError", "sumAbsolutePercentage", "sumSquaredLabel"] as const)
      yield sum(name, a[name], b[name], a[name]);
    yield sum("sumError", a.sumError, b.sumError, a.sumAbsoluteError);
    yield sum("sumLabel", a.sumLabel, b.sumLabel, sizeOf(a.n, a.sumSquaredLabel));
  }
  if (a.kind === "regression" || b.kind === "regression") return;
  yield sum("logLossSum", a.logLossSum, b.logLossSum, a.logLossSum);
  if (a.kind === "multiclass" || b.kind === "multiclass") return;
  yield sum("brierSum", a.brierSum, b.brierSum, a.brierSum);
  for (const [tenth, { scoreSum }] of a.calibration.entries())
    yield sum(`scores of tenth ${tenth}`, scoreSum, b.calibration[tenth]?.scoreSum ?? 0, scoreSum);
}

const positive = (what: string, left: number, right: number): Sum => ({ what, left, right, size: Math.abs(left) });

/** Σ|x| is not kept; by Cauchy and Schwarz it is at most √(n·Σx²). */
const sizeOf = (rows: number, sumSquares: number): number => Math.sqrt(rows * Math.max(0, sumSquares));
