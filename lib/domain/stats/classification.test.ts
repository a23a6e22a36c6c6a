import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averagePrecision, prAucFromScoreCounts } from "./average-precision.ts";
import { binaryMetrics, f1Score, matthewsCorrelation } from "./binary-metrics.ts";
import { calibrationBins, expectedCalibrationError, expectedCalibrationErrorFromBins } from "./calibration.ts";
import { multiclassMetrics } from "./multiclass-metrics.ts";
import { hanleyMcNeilError, rocAuc, rocAucError, rocAucFromScoreCounts } from "./roc-auc.ts";
import { scoreCounts } from "./score-counts.ts";
import { brier, logLoss, lossFromSum } from "./score-loss.ts";

describe("ten scores of Evidently's tests, threshold .7", () => {
  const scores = [0.91, 0.82, 0.73, 0.64, 0.55, 0.46, 0.37, 0.28, 0.19, 0];
  const labels = [1, 0, 0, 1, 1, 1, 0, 1, 0, 0];
  const count = (predicted: boolean, label: number) =>
    scores.filter((score, i) => score >= 0.7 === predicted && labels[i] === label).length;
  const confusion = { tp: count(true, 1), fp: count(true, 0), fn: count(false, 1), tn: count(false, 0) };
  const metrics = binaryMetrics(confusion);

  test("counts", () => {
    expect(confusion).toEqual({ tn: 3, fp: 2, fn: 4, tp: 1 });
  });
  test.each([
    ["accuracy", 0.4],
    ["precision", 1 / 3],
    ["recall", 0.2],
    ["truePositiveRate", 0.2],
    ["f1", 0.25],
    ["specificity", 0.6],
    ["trueNegativeRate", 0.6],
    ["falsePositiveRate", 0.4],
    ["falseNegativeRate", 0.8],
    ["falseDiscoveryRate", 2 / 3],
    ["falseOmissionRate", 4 / 7],
    ["negativePredictiveValue", 3 / 7],
    ["prevalence", 0.5],
    ["selectionRate", 0.3],
    ["matthewsCorrelation", -0.2182178902],
  ] as const)("%s", (name, value) => {
    expect(metrics[name].value).toBeCloseTo(value, 9);
  });
  test("scores", () => {
    expect(rocAuc(scores, labels).value).toBeCloseTo(0.64, 12);
    expect(logLoss(scores, labels).value).toBeCloseTo(0.6884817487155065, 12);
    expect(brier(scores, labels).value).toBeCloseTo(0.25285, 12);
    expect(averagePrecision(scores, labels).value).toBeCloseTo(0.6783333333, 9);
    expect(expectedCalibrationError(scores, labels).value).toBeCloseTo(
      (0.09 + 0.82 + 0.73 + 0.36 + 0.45 + 0.54 + 0.37 + 0.72 + 0.19 + 0) / 10,
      12,
    );
  });
});

test("F1 by precision 1/3 and recall 1 (SageMaker's confusion)", () => {
  expect(f1Score({ tp: 1, fp: 2, fn: 0 }).value).toBeCloseTo(0.5, 12);
});

describe("intervals", () => {
  test("a rate's interval is Wilson's over its own denominator", () => {
    const { precision, recall, accuracy } = binaryMetrics({ tp: 15, fp: 15, fn: 5, tn: 65 });
    expect(precision.low).toBeCloseTo(0.3315, 4);
    expect(precision.high).toBeCloseTo(0.6685, 4);
    expect(recall.low).toBeCloseTo(0.5313, 4);
    expect(accuracy.value).toBe(0.8);
  });
  test("F1's interval is the delta method's in large samples, and has a width at 0", () => {
    const { f1 } = binaryMetrics({ tp: 4000, fp: 1000, fn: 1500, tn: 0 });
    const j = 4000 / 6500;
    const delta = (1.959963984540054 * 2 * Math.sqrt((j * (1 - j)) / 6500)) / (1 + j) ** 2;
    expect(((f1.high ?? 0) - (f1.low ?? 0)) / 2).toBeCloseTo(delta, 4);
    expect(f1Score({ tp: 0, fp: 3, fn: 4 })).toMatchObject({ value: 0, low: 0 });
    expect(f1Score({ tp: 0, fp: 3, fn: 4 }).high).toBeGreaterThan(0.3);
  });
  test("Hanley and McNeil's own example: .893 of 58 and 51 has error .032", () => {
    expect(hanleyMcNeilError(0.8931, 51, 58)).toBeCloseTo(0.032, 3);
  });
});

describe("what is not defined says why", () => {
  const reasons = (confusion: Parameters<typeof binaryMetrics>[0]) =>
    Object.fromEntries(
      Object.entries(binaryMetrics(confusion)).flatMap(([name, { value, reason }]) => (value === null ? [[name, reason]] : [])),
    );
  test("no positive prediction (California 2021-08)", () => {
    expect(reasons({ tp: 0, fp: 0, fn: 327, tn: 417 })).toEqual({
      precision: "no_positive_predictions",
      falseDiscoveryRate: "no_positive_predictions",
      matthewsCorrelation: "one_class_only",
    });
    expect(binaryMetrics({ tp: 0, fp: 0, fn: 327, tn: 417 }).recall.value).toBe(0);
  });
  test("no positive label", () => {
    expect(reasons({ tp: 0, fp: 3, fn: 0, tn: 7 })).toEqual({
      truePositiveRate: "no_positive_labels",
      falseNegativeRate: "no_positive_labels",
      recall: "no_positive_labels",
      matthewsCorrelation: "one_class_only",
    });
  });
  test("no negative label and no negative prediction", () => {
    expect(reasons({ tp: 4, fp: 0, fn: 0, tn: 0 })).toEqual({
      falsePositiveRate: "no_negative_labels",
      trueNegativeRate: "no_negative_labels",
      specificity: "no_negative_labels",
      falseOmissionRate: "no_negative_predictions",
      negativePredictiveValue: "no_negative_predictions",
      matthewsCorrelation: "one_class_only",
    });
  });
  test("nothing positive at all has no F1", () => {
    expect(binaryMetrics({ tp: 0, fp: 0, fn: 0, tn: 9 }).f1.reason).toBe("no_positive_labels_or_predictions");
  });
  test("no rows", () => {
    const all = Object.values(binaryMetrics({ tp: 0, fp: 0, fn: 0, tn: 0 }));
    expect(new Set(all.map(({ reason }) => reason))).toEqual(new Set(["no_rows"]));
    expect(matthewsCorrelation({ tp: 0, fp: 0, fn: 0, tn: 0 }).reason).toBe("no_rows");
  });
  test("scores", () => {
    expect(rocAuc([], []).reason).toBe("no_rows");
    expect(rocAuc([0.2], [0]).reason).toBe("no_positive_labels");
    expect(rocAuc([0.2], [1]).reason).toBe("no_negative_labels");
    expect(averagePrecision([], []).reason).toBe("no_rows");
    expect(averagePrecision([0.2], [0]).reason).toBe("no_positive_labels");
    for (const measure of [logLoss, brier, expectedCalibrationError]) expect(measure([], []).reason).toBe("no_rows");
    expect(lossFromSum(0, 0).reason).toBe("no_rows");
    expect(rocAucError([0], [3])).toBeNull();
    expect(() => rocAuc([1], [])).toThrow(RangeError);
  });
});

describe("scores at the ends", () => {
  test("a sure error has a finite log loss", () => {
    expect(logLoss([1, 0], [0, 1]).value).toBeCloseTo(36.0437, 3);
  });
  test("score 1 belongs to the last bin of calibration", () => {
    expect(calibrationBins([1, 0.9, 0.05], [1, 0, 0]).map(({ rows }) => rows)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });
  test("all equal scores: AUC .5, average precision the prevalence", () => {
    expect(rocAuc([0.3, 0.3, 0.3, 0.3], [1, 0, 0, 0]).value).toBe(0.5);
    expect(averagePrecision([0.3, 0.3, 0.3, 0.3], [1, 0, 0, 0]).value).toBe(0.25);
  });
  test("a perfect order: AUC 1, average precision 1 without an interval", () => {
    expect(rocAuc([0.9, 0.8, 0.1], [1, 1, 0]).value).toBe(1);
    expect(averagePrecision([0.9, 0.8, 0.1], [1, 1, 0])).toEqual({ value: 1, low: null, high: null });
  });
});

describe("algebra", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 1 })), { minLength: 2, maxLength: 80 });
  const split = (list: [number, number][]) => ({ scores: list.map(([score]) => score / 1000), labels: list.map(([, label]) => label) });
  const both = rows.filter((list) => new Set(list.map(([, label]) => label)).size === 2);

  test("ROC AUC is the share of pairs in the right order", () => {
    fc.assert(
      fc.property(both, (list) => {
        const positive = list.filter(([, label]) => label === 1);
        const negative = list.filter(([, label]) => label === 0);
        const won = positive.reduce((total, [p]) => total + negative.reduce((sum, [n]) => sum + (p > n ? 1 : p === n ? 0.5 : 0), 0), 0);
        const { scores, labels } = split(list);
        expect(rocAuc(scores, labels).value).toBeCloseTo(won / positive.length / negative.length, 10);
      }),
    );
  });
  test("bins miss the exact ROC AUC by no more than they declare", () => {
    fc.assert(
      fc.property(both, (list) => {
        const [positives, negatives] = [1, 0].map((side) => {
          const bins = new Array<number>(7).fill(0);
          for (const [score, label] of list) if (label === side) bins[Math.floor(score / 150)] = (bins[Math.floor(score / 150)] ?? 0) + 1;
          return bins;
        });
        const { scores, labels } = split(list);
        const exact = rocAuc(scores, labels).value ?? Number.NaN;
        const binned = rocAucFromScoreCounts(positives ?? [], negatives ?? []);
        expect(Math.abs(exact - (binned.value ?? Number.NaN))).toBeLessThanOrEqual(
          (rocAucError(positives ?? [], negatives ?? []) ?? 0) + 1e-12,
        );
        expect(binned.low).toBeLessThanOrEqual(binned.value ?? 0);
        expect(binned.high).toBeGreaterThanOrEqual(binned.value ?? 1);
      }),
    );
  });
  test("empty bins between scores change nothing", () => {
    fc.assert(
      fc.property(both, (list) => {
        const { scores, labels } = split(list);
        const { positives, negatives } = scoreCounts(scores, labels);
        const spread = (counts: Float64Array) => Array.from(counts).flatMap((count) => [0, count]);
        expect(prAucFromScoreCounts(spread(positives), spread(negatives)).value).toBeCloseTo(
          averagePrecision(scores, labels).value ?? 0,
          12,
        );
        expect(rocAucFromScoreCounts(spread(positives), spread(negatives)).value).toBeCloseTo(rocAuc(scores, labels).value ?? 0, 12);
      }),
    );
  });
  test("calibration error from sums is the exact one", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { scores, labels } = split(list);
        const half = Math.floor(list.length / 2);
        const parts = [
          calibrationBins(scores.slice(0, half), labels.slice(0, half)),
          calibrationBins(scores.slice(half), labels.slice(half)),
        ];
        const added = (parts[0] ?? []).map((bin, i) => {
          const other = parts[1]?.[i] ?? { rows: 0, scoreSum: 0, positives: 0 };
          return { rows: bin.rows + other.rows, scoreSum: bin.scoreSum + other.scoreSum, positives: bin.positives + other.positives };
        });
        expect(expectedCalibrationErrorFromBins(added).value).toBeCloseTo(expectedCalibrationError(scores, labels).value ?? 0, 10);
      }),
    );
  });
});

describe("multiclass", () => {
  // scikit-learn 1.9: labels 0,1,2 of [0,0,0,1,1,2,2,2,2], predictions [0,1,2,1,1,2,2,0,2]
  const counts = [
    [1, 1, 1],
    [0, 2, 0],
    [1, 0, 3],
  ];
  test("agrees with scikit-learn", () => {
    const metrics = multiclassMetrics(counts);
    expect(metrics.accuracy.value).toBeCloseTo(6 / 9, 12);
    expect(metrics.macroF1.value).toBeCloseTo(0.65, 12);
    expect(metrics.weightedF1.value).toBeCloseTo(0.6444444444444445, 12);
    expect(metrics.classes.map(({ support }) => support)).toEqual([3, 2, 4]);
    expect(metrics.classes.map(({ precision }) => precision.value)).toEqual([0.5, 2 / 3, 0.75]);
    expect(metrics.classes.map(({ recall }) => recall.value)).toEqual([1 / 3, 1, 0.75]);
    expect(metrics.classes[1]?.f1.value).toBeCloseTo(0.8, 12);
  });
  test("a class that never occurs is left out of the means and says why", () => {
    const metrics = multiclassMetrics(counts.map((row) => [...row, 0]).concat([[0, 0, 0, 0]]));
    expect(metrics.macroF1.value).toBeCloseTo(0.65, 12);
    expect(metrics.classes[3]).toMatchObject({
      support: 0,
      precision: { value: null, reason: "no_positive_predictions" },
      recall: { value: null, reason: "no_positive_labels" },
      f1: { value: null, reason: "no_positive_labels_or_predictions" },
    });
  });
  test("no rows", () => {
    const { accuracy, macroF1, weightedF1 } = multiclassMetrics([
      [0, 0],
      [0, 0],
    ]);
    expect([accuracy.reason, macroF1.reason, weightedF1.reason]).toEqual(["no_rows", "no_rows", "no_rows"]);
    expect(multiclassMetrics([]).accuracy.reason).toBe("no_rows");
  });
});
