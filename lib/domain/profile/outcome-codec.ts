import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import type { BinaryOutcome, MulticlassOutcome, Profile, RegressionOutcome } from "./profile.ts";
import { readSparse, writeSparse } from "./sparse-codec.ts";

const SEPARATOR = "\u0000";

export function writeOutcome(writer: ByteWriter, outcome: Profile["outcome"]): void {
  if (outcome.kind === "binary") writeBinary(writer, outcome);
  else if (outcome.kind === "multiclass") writeMulticlass(writer, outcome);
  else writeRegression(writer, outcome);
}

/** Fills an empty outcome of the right kind. */
export function readOutcome(reader: ByteReader, outcome: Profile["outcome"]): void {
  if (outcome.kind === "binary") readBinary(reader, outcome);
  else if (outcome.kind === "multiclass") readMulticlass(reader, outcome);
  else readRegression(reader, outcome);
}

function writeBinary(writer: ByteWriter, { cells, scored, logLossSum, brierSum, calibration }: BinaryOutcome): void {
  writeSparse(writer, cells);
  writer.unsigned(scored);
  if (scored === 0) return;
  writer.float(logLossSum);
  writer.float(brierSum);
  for (const { rows, scoreSum, positives } of calibration) {
    writer.unsigned(rows);
    if (rows === 0) continue;
    writer.float(scoreSum);
    writer.unsigned(positives);
  }
}

function readBinary(reader: ByteReader, outcome: BinaryOutcome): void {
  outcome.cells = readSparse(reader);
  outcome.scored = reader.unsigned();
  if (outcome.scored === 0) return;
  outcome.logLossSum = reader.float();
  outcome.brierSum = reader.float();
  for (const tenth of outcome.calibration) {
    tenth.rows = reader.unsigned();
    if (tenth.rows === 0) continue;
    tenth.scoreSum = reader.float();
    tenth.positives = reader.unsigned();
  }
}

/** Classes are written once, the cells by their places. */
function writeMulticlass(writer: ByteWriter, { cells, scored, logLossSum }: MulticlassOutcome): void {
  const pairs = [...cells].map(([cell, count]) => [...cell.split(SEPARATOR), count] as const);
  const classes = [...new Set([...cells.keys()].flatMap((cell) => cell.split(SEPARATOR)))].sort();
  const places = new Map(classes.map((name, place) => [name, place]));
  writer.unsigned(classes.length);
  for (const name of classes) writer.text(name);
  const place = (name: string | number | undefined) => places.get(String(name)) ?? 0;
  writeSparse(
    writer,
    new Map(pairs.map(([prediction, label, count]) => [place(prediction) * classes.length + place(label), Number(count)])),
  );
  writer.unsigned(scored);
  if (scored > 0) writer.float(logLossSum);
}

function readMulticlass(reader: ByteReader, outcome: MulticlassOutcome): void {
  const classes = Array.from({ length: reader.unsigned() }, () => reader.text());
  for (const [cell, count] of readSparse(reader))
    outcome.cells.set(`${classes[Math.floor(cell / classes.length)]}${SEPARATOR}${classes[cell % classes.length]}`, count);
  outcome.scored = reader.unsigned();
  if (outcome.scored > 0) outcome.logLossSum = reader.float();
}

const regressionSums = ["sumError", "sumAbsoluteError", "sumSquaredError", "sumAbsolutePercentage", "sumLabel", "sumSquaredLabel"] as const;

function writeRegression(writer: ByteWriter, outcome: RegressionOutcome): void {
  writer.unsigned(outcome.n);
  if (outcome.n === 0) return;
  writer.unsigned(outcome.nPercentage);
  for (const name of regressionSums) writer.float(outcome[name]);
}

function readRegression(reader: ByteReader, outcome: RegressionOutcome): void {
  outcome.n = reader.unsigned();
  if (outcome.n === 0) return;
  outcome.nPercentage = reader.unsigned();
  for (const name of regressionSums) outcome[name] = reader.float();
}
