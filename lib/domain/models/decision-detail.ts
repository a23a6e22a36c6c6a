import { multiclassCounts } from "#lib/domain/profile/outcome-counts";
import type { BinaryOutcome, MulticlassOutcome, Profile } from "#lib/domain/profile/profile";
import { wilson } from "#lib/domain/stats/wilson";

/** A tenth of the score: mean score, observed share of positives with its 95 % Wilson interval, labelled rows. */
export type CalibrationPoint = { predicted: number; observed: number; low: number | null; high: number | null; rows: number };

/** counts[actual][predicted] */
export type ClassMatrix = { classes: string[]; counts: number[][] };

export type DecisionDetail = { calibration: CalibrationPoint[]; referenceCalibration: CalibrationPoint[]; matrix: ClassMatrix | null };

const MOST_CLASSES = 20;

/** What is behind the decisions of a window: whether scores are probabilities, and which classes are taken for which. */
export function decisionDetail(current: Profile | null, reference: Profile | null): DecisionDetail {
  const points = (profile: Profile | null) => (profile?.outcome.kind === "binary" ? calibrationPoints(profile.outcome) : []);
  return {
    calibration: points(current),
    referenceCalibration: points(reference),
    matrix: current?.outcome.kind === "multiclass" ? classMatrix(current.outcome) : null,
  };
}

function calibrationPoints({ calibration }: BinaryOutcome): CalibrationPoint[] {
  return calibration.flatMap(({ rows, scoreSum, positives }) => {
    if (rows === 0) return [];
    const interval = wilson(positives, rows);
    return [{ predicted: scoreSum / rows, observed: positives / rows, low: interval?.low ?? null, high: interval?.high ?? null, rows }];
  });
}

/** The most frequent classes; rows of the others are added up as "others". */
function classMatrix(outcome: MulticlassOutcome): ClassMatrix | null {
  const cells = multiclassCounts(outcome).flatMap(({ prediction, label, rows }) =>
    prediction === null || label === null ? [] : [{ prediction, label, rows }],
  );
  if (cells.length === 0) return null;
  const totals = new Map<string, number>();
  for (const { label, prediction, rows } of cells) for (const name of [label, prediction]) totals.set(name, (totals.get(name) ?? 0) + rows);
  const ranked = [...totals].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([name]) => name);
  const kept = ranked.slice(0, MOST_CLASSES);
  const classes = ranked.length > MOST_CLASSES ? [...kept, "others"] : kept;
  const place = (name: string) => (kept.includes(name) ? kept.indexOf(name) : classes.length - 1);
  const counts = classes.map(() => classes.map(() => 0));
  for (const { label, prediction, rows } of cells) {
    const row = counts[place(label)];
    const column = place(prediction);
    if (row) row[column] = (row[column] ?? 0) + rows;
  }
  return { classes, counts };
}
