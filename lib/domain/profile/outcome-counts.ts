import { at } from "#lib/domain/stats/at";
import { emptyConfusion } from "./empty-profile.ts";
import type { BinaryOutcome, Confusion, MulticlassOutcome } from "./profile.ts";
import { scoreBinCount } from "./score-bin.ts";

export type BinaryCount = { bin: number | null; prediction: 0 | 1 | null; label: 0 | 1 | null; rows: number };

/** The cells of a binary outcome taken apart; `bin` is a score bin, null = the row had no score. */
export function* binaryCounts({ cells }: BinaryOutcome): Generator<BinaryCount> {
  for (const [key, rows] of cells) {
    const bin = Math.floor(key / 9) - 1;
    yield { bin: bin < 0 ? null : bin, prediction: bit(Math.floor(key / 3) % 3), label: bit(key % 3), rows };
  }
}

const bit = (digit: number): 0 | 1 | null => (digit === 0 || digit === 1 ? digit : null);

/** Rows per score bin (ascending scores): with label 1, with label 0, without label. */
export function scoreBinCounts(outcome: BinaryOutcome): { positives: number[]; negatives: number[]; unlabelled: number[] } {
  const zeros = () => new Array<number>(scoreBinCount).fill(0);
  const [positives, negatives, unlabelled] = [zeros(), zeros(), zeros()];
  for (const { bin, label, rows } of binaryCounts(outcome)) {
    if (bin === null) continue;
    const counts = label === null ? unlabelled : label === 1 ? positives : negatives;
    counts[bin] = at(counts, bin) + rows;
  }
  return { positives, negatives, unlabelled };
}

/** Confusion counts over rows that have a prediction. */
export function binaryConfusion(outcome: BinaryOutcome): Confusion {
  const counts = emptyConfusion();
  for (const { prediction, label, rows } of binaryCounts(outcome)) {
    if (prediction === null) continue;
    if (label === null) counts[prediction === 1 ? "unlabelledPositive" : "unlabelledNegative"] += rows;
    else if (prediction === 1) counts[label === 1 ? "tp" : "fp"] += rows;
    else counts[label === 1 ? "fn" : "tn"] += rows;
  }
  return counts;
}

/** The class × class counts of a multiclass outcome; null = none. */
export function multiclassCounts({ cells }: MulticlassOutcome): { prediction: string | null; label: string | null; rows: number }[] {
  return [...cells].map(([cell, rows]) => {
    const [prediction, label] = cell.split("\u0000");
    return { prediction: prediction || null, label: label || null, rows };
  });
}
