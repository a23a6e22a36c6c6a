import { expect, test } from "vitest";
import type { BinaryOutcome, MulticlassOutcome, Profile } from "#lib/domain/profile/profile";
import { decisionDetail } from "./decision-detail.ts";

const profile = (outcome: Profile["outcome"]): Profile => ({
  rows: 0,
  labelled: 0,
  errors: 0,
  firstMicros: null,
  lastMicros: null,
  columns: [],
  outcome,
  groups: new Map(),
  latency: { count: 0, sum: 0, zero: 0, buckets: new Map() },
  attributions: [],
});
const binary = (calibration: BinaryOutcome["calibration"]): Profile =>
  profile({ kind: "binary", cells: new Map(), scored: 0, logLossSum: 0, brierSum: 0, calibration });
const multiclass = (cells: [string, number][]): Profile => {
  const outcome: MulticlassOutcome = { kind: "multiclass", cells: new Map(cells), scored: 0, logLossSum: 0 };
  return profile(outcome);
};

test("a tenth of the score has its mean, its share of positives and an interval; an empty one is left out", () => {
  const { calibration, referenceCalibration } = decisionDetail(
    binary([
      { rows: 10, scoreSum: 0.5, positives: 1 },
      { rows: 0, scoreSum: 0, positives: 0 },
    ]),
    null,
  );
  expect(calibration).toHaveLength(1);
  expect(calibration[0]).toMatchObject({ predicted: 0.05, observed: 0.1, rows: 10 });
  expect(calibration[0]?.low).toBeCloseTo(0.0179, 3);
  expect(calibration[0]?.high).toBeCloseTo(0.4042, 3);
  expect(referenceCalibration).toEqual([]);
});

test("classes stand in rows as they were and in columns as they were said", () =>
  expect(
    decisionDetail(
      multiclass([
        ["cat\u0000cat", 5],
        ["dog\u0000cat", 2],
        ["dog\u0000dog", 9],
        ["dog\u0000", 4],
      ]),
      null,
    ).matrix,
  ).toEqual({
    classes: ["dog", "cat"],
    counts: [
      [9, 0],
      [2, 5],
    ],
  }));

test("of many classes the rare ones are added up, and no row is lost", () => {
  const many = Array.from({ length: 30 }, (_, at): [string, number] => [`c${at}\u0000c${at}`, 100 - at]);
  const matrix = decisionDetail(multiclass(many), null).matrix;
  expect(matrix?.classes).toHaveLength(21);
  expect(matrix?.counts.flat().reduce((sum, rows) => sum + rows, 0)).toBe(many.reduce((sum, [, rows]) => sum + rows, 0));
});

test("without labelled rows there is no matrix", () => expect(decisionDetail(multiclass([["dog\u0000", 4]]), null).matrix).toBeNull());
