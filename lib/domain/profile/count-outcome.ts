import type { EventRow } from "#lib/domain/events/event";
import { calibrationBinOf } from "#lib/domain/stats/calibration";
import { brierOf, logLossOf } from "#lib/domain/stats/score-loss";
import { bump } from "./bump.ts";
import { resolve, type ValueRegistry } from "./known-values.ts";
import type { BinaryOutcome, MulticlassOutcome, Profile, RegressionOutcome } from "./profile.ts";
import { scoreBin } from "./score-bin.ts";

export type Outcome = { prediction: string | null; label: string | null };

/** Adds (`by` = 1) or takes back (`by` = −1) what the row's prediction and label count for. */
export function countOutcome(profile: Profile, known: ValueRegistry, row: EventRow, { prediction, label }: Outcome, by: 1 | -1): void {
  if (label !== null) profile.labelled += by;
  const { outcome } = profile;
  if (outcome.kind === "binary") countBinary(outcome, row.score, prediction, label, by);
  else if (outcome.kind === "multiclass") countMulticlass(outcome, known, row, prediction, label, by);
  else countRegression(outcome, prediction, label, by);
}

/** Key of a binary cell: score bin (−1 = no score), prediction and label ("1", "0" or none). */
export function binaryCell(bin: number, prediction: string | null, label: string | null): number {
  return ((bin + 1) * 3 + digit(prediction)) * 3 + digit(label);
}

function digit(text: string | null): number {
  if (text === "1") return 1;
  return text === "0" ? 0 : 2;
}

function countBinary(outcome: BinaryOutcome, score: number | null, prediction: string | null, label: string | null, by: number): void {
  bump(outcome.cells, binaryCell(score === null ? -1 : scoreBin(score), prediction, label), by);
  if (score === null || label === null) return;
  const actual = label === "1" ? 1 : 0;
  outcome.scored += by;
  outcome.logLossSum += by * logLossOf(score, actual);
  outcome.brierSum += by * brierOf(score, actual);
  const tenth = outcome.calibration[calibrationBinOf(score)];
  if (tenth === undefined) return;
  tenth.rows += by;
  tenth.scoreSum += by * score;
  tenth.positives += by * actual;
}

function countMulticlass(
  outcome: MulticlassOutcome,
  known: ValueRegistry,
  row: EventRow,
  prediction: string | null,
  label: string | null,
  by: number,
): void {
  bump(outcome.cells, `${resolve(known, "classes", "", prediction ?? "")}\u0000${resolve(known, "classes", "", label ?? "")}`, by);
  if (row.scores === null || label === null) return;
  outcome.scored += by;
  // A class without a probability was given none; names such as "constructor" are inherited and no probability either.
  const probability = row.scores[label];
  outcome.logLossSum += by * logLossOf(typeof probability === "number" ? probability : 0, 1);
}

function countRegression(outcome: RegressionOutcome, prediction: string | null, label: string | null, by: number): void {
  if (prediction === null || label === null) return;
  const actual = Number(label);
  const error = Number(prediction) - actual;
  outcome.n += by;
  outcome.sumError += by * error;
  outcome.sumAbsoluteError += by * Math.abs(error);
  outcome.sumSquaredError += by * error * error;
  outcome.sumLabel += by * actual;
  outcome.sumSquaredLabel += by * actual * actual;
  if (actual === 0) return;
  outcome.nPercentage += by;
  outcome.sumAbsolutePercentage += by * Math.abs(error / actual);
}
