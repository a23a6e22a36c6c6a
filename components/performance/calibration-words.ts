import { count, percent } from "#lib/client/format";
import type { CalibrationPoint, ClassMatrix } from "#lib/domain/models/decision-detail";

/** Where scores are furthest from what came true, of those tenths where it cannot be chance. */
export function calibrationSummary(points: readonly CalibrationPoint[]): string {
  if (points.length === 0) return "No labelled scores in this window.";
  const off = points.filter(({ predicted, low, high }) => low !== null && high !== null && (predicted < low || predicted > high));
  const rows = points.reduce((sum, point) => sum + point.rows, 0);
  const worst = off.toSorted((a, b) => Math.abs(b.observed - b.predicted) - Math.abs(a.observed - a.predicted))[0];
  if (!worst) return `Scores can be read as probabilities: every tenth lies within its interval, over ${count(rows)} labelled rows.`;
  const way = worst.observed > worst.predicted ? "too low" : "too high";
  return `Scores near ${percent(worst.predicted)} are ${way}: ${percent(worst.observed)} came true. ${off.length} of ${points.length} tenths lie outside their interval.`;
}

/** The mistake that is made most. */
export function matrixSummary(matrix: ClassMatrix | null): string {
  if (matrix === null) return "No labelled decision in this window.";
  const cells = matrix.counts.flatMap((row, actual) => row.map((rows, predicted) => ({ rows, actual, predicted })));
  const total = cells.reduce((sum, { rows }) => sum + rows, 0);
  const right = cells.filter(({ actual, predicted }) => actual === predicted).reduce((sum, { rows }) => sum + rows, 0);
  const worst = cells.filter(({ actual, predicted, rows }) => actual !== predicted && rows > 0).toSorted((a, b) => b.rows - a.rows)[0];
  const share = `${count(right)} of ${count(total)} rows were right`;
  if (!worst) return `${share}.`;
  return `${share}; the mistake made most is ${matrix.classes[worst.predicted]} for ${matrix.classes[worst.actual]}, ${count(worst.rows)} times.`;
}
