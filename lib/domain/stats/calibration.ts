import { at } from "./at.ts";
import { type Estimate, estimated, notEstimated } from "./estimate.ts";

/** What is kept of the labelled rows whose score lies in one of the equal-width bins of 0..1. */
export type CalibrationBin = { rows: number; scoreSum: number; positives: number };

export const CALIBRATION_BINS = 10;

/** The bin of a score: [0, .1), …, [.9, 1]. */
export const calibrationBinOf = (score: number, bins = CALIBRATION_BINS): number =>
  Math.min(bins - 1, Math.max(0, Math.floor(score * bins)));

export function calibrationBins(scores: ArrayLike<number>, labels: ArrayLike<number>, bins = CALIBRATION_BINS): CalibrationBin[] {
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores do not fit ${labels.length} labels.`);
  const curve: CalibrationBin[] = Array.from({ length: bins }, () => ({ rows: 0, scoreSum: 0, positives: 0 }));
  for (let i = 0; i < scores.length; i++) {
    const bin = curve[calibrationBinOf(at(scores, i), bins)];
    if (bin === undefined) continue;
    bin.rows++;
    bin.scoreSum += at(scores, i);
    bin.positives += at(labels, i) === 1 ? 1 : 0;
  }
  return curve;
}

/** Σ rows/n · |share of positives − mean score| over the bins, 0..1. No interval is claimed: the estimate is biased upwards in small samples. */
export function expectedCalibrationErrorFromBins(bins: readonly CalibrationBin[]): Estimate {
  const n = bins.reduce((total, bin) => total + bin.rows, 0);
  if (n === 0) return notEstimated("no_rows");
  return estimated(bins.reduce((total, bin) => total + Math.abs(bin.positives - bin.scoreSum), 0) / n);
}

/** The exact expected calibration error of scores and labels, ten equal-width bins unless said. */
export const expectedCalibrationError = (scores: ArrayLike<number>, labels: ArrayLike<number>, bins = CALIBRATION_BINS): Estimate =>
  expectedCalibrationErrorFromBins(calibrationBins(scores, labels, bins));
