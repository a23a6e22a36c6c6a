import { expect, test } from "vitest";
import { calibrationSummary, matrixSummary } from "./calibration-words.ts";

const point = (predicted: number, observed: number, reach = 0.05) => ({
  predicted,
  observed,
  low: observed - reach,
  high: observed + reach,
  rows: 100,
});

test.each([
  [[], "No labelled scores in this window."],
  [
    [point(0.1, 0.12), point(0.5, 0.52)],
    "Scores can be read as probabilities: every tenth lies within its interval, over 200 labelled rows.",
  ],
  [
    [point(0.1, 0.12), point(0.85, 0.6)],
    "Scores near 85\u202f% are too high: 60\u202f% came true. 1 of 2 tenths lie outside their interval.",
  ],
  [[point(0.2, 0.4)], "Scores near 20\u202f% are too low: 40\u202f% came true. 1 of 1 tenths lie outside their interval."],
])("calibration in a sentence", (points, sentence) => expect(calibrationSummary(points)).toBe(sentence));

test.each([
  [null, "No labelled decision in this window."],
  [
    {
      classes: ["a", "b"],
      counts: [
        [5, 0],
        [0, 3],
      ],
    },
    "8 of 8 rows were right.",
  ],
  [
    {
      classes: ["cat", "dog"],
      counts: [
        [5, 4],
        [1, 3],
      ],
    },
    "8 of 13 rows were right; the mistake made most is dog for cat, 4 times.",
  ],
])("classes in a sentence", (matrix, sentence) => expect(matrixSummary(matrix)).toBe(sentence));
