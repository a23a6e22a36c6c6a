import { describe, expect, test } from "vitest";
import { readCsvGz } from "#lib/testing/read-csv-gz";
import { binaryMetrics } from "./binary-metrics.ts";
import { estimatedPerformance, fitCalibration } from "./cbpe.ts";
import { countInBins } from "./count-in-bins.ts";
import { predictIsotonic } from "./isotonic.ts";
import { jensenShannonDistance } from "./jensen-shannon-distance.ts";
import { kolmogorovSmirnov } from "./kolmogorov-smirnov.ts";
import { meanAndDeviation } from "./mean-and-deviation.ts";
import { populationStabilityIndex } from "./population-stability-index.ts";
import { quantileEdges } from "./quantile-edges.ts";
import { hanleyMcNeilError, rocAuc } from "./roc-auc.ts";
import { scoreCounts } from "./score-counts.ts";
import { referenceLimits } from "./std-threshold.ts";
import { normalizedWasserstein, wasserstein } from "./wasserstein.ts";

/** The end-to-end example of NannyML, month by month, and what its publishers printed about it. */
const FEATURES = ["MedInc", "HouseAge", "AveRooms", "AveBedrms", "Population", "AveOccup", "Latitude", "Longitude"] as const;
const [reference, analysis] = [readCsvGz("california_housing_reference.csv.gz"), readCsvGz("california_housing_analysis.csv.gz")];
const truth = readCsvGz("california_housing_analysis_gt.csv.gz");

type Month = { month: string; scores: number[]; predictions: number[]; labels: number[]; features: Record<string, number[]> };

function monthsOf(table: typeof reference, labelOf: (row: number) => number): Month[] {
  const [times, scores, predictions] = [table.text("timestamp"), table.numbers("y_pred_proba"), table.numbers("y_pred")];
  const columns = FEATURES.map((name) => ({ name, values: table.numbers(name) }));
  const months = new Map<string, Month>();
  for (const [row, time] of times.entries()) {
    const month = time.slice(0, 7);
    const entry = months.get(month) ?? { month, scores: [], predictions: [], labels: [], features: {} };
    months.set(month, entry);
    entry.scores.push(scores[row] ?? Number.NaN);
    entry.predictions.push(predictions[row] ?? Number.NaN);
    entry.labels.push(labelOf(row));
    for (const { name, values } of columns) {
      entry.features[name] ??= [];
      entry.features[name].push(values[row] ?? Number.NaN);
    }
  }
  return [...months.values()];
}

const referenceLabels = reference.numbers("clf_target");
const [ids, truthIds, truthLabels] = [analysis.text("id"), truth.text("id"), truth.numbers("clf_target")];
const labelById = new Map(truthIds.map((id, i) => [id, truthLabels[i] ?? Number.NaN]));
const referenceMonths = monthsOf(reference, (row) => referenceLabels[row] ?? Number.NaN);
const analysisMonths = monthsOf(analysis, (row) => labelById.get(ids[row] ?? "") ?? Number.NaN);
const allMonths = [...referenceMonths, ...analysisMonths];
const monthOf = (name: string) => {
  const found = allMonths.find(({ month }) => month === name);
  if (found === undefined) throw new Error(`no month ${name}`);
  return found;
};
const confusionOf = ({ predictions, labels }: Month) => {
  const count = (prediction: number, label: number) => predictions.filter((p, i) => p === prediction && labels[i] === label).length;
  return { tp: count(1, 1), fp: count(1, 0), fn: count(0, 1), tn: count(0, 0) };
};

const calibrated = scoreCounts(reference.numbers("y_pred_proba"), referenceLabels);
const calibration = fitCalibration(calibrated.scores, calibrated.positives, calibrated.negatives);
function estimateOf({ scores, predictions }: Month) {
  // as a label the prediction splits the rows of each score by predicted class
  const counts = scoreCounts(scores, predictions);
  return estimatedPerformance({
    predictedPositive: counts.positives,
    predictedNegative: counts.negatives,
    probabilities: counts.scores.map((score) => predictIsotonic(calibration, score) ?? Number.NaN),
  });
}

describe("realised and estimated performance by month", () => {
  test.each([
    ["2020-10", 744, 0.910567, 0.927251, 0.700269, null],
    ["2020-11", 720, 0.900177, 0.907625, 0.7375, null],
    ["2020-12", 744, 0.924654, 0.909652, 0.763441, null],
    ["2021-01", 744, 0.964694, 0.946637, 0.751344, null],
    ["2021-02", 672, 0.892573, 0.881041, 0.622024, null],
    ["2021-03", 744, 0.786415, 0.844232, 0.427419, null],
    ["2021-04", 720, 0.807618, 0.874014, 0.608333, null],
    ["2021-05", 744, 0.845014, 0.790544, 0.748656, null],
    ["2021-06", 720, 0.884175, 0.859318, 0.847222, [21, 6, 104, 589]],
    ["2021-07", 744, 0.760062, 0.750976, 0.818548, [3, 0, 135, 606]],
    ["2021-08", 744, 0.704325, 0.709284, 0.560484, [0, 0, 327, 417]],
    ["2021-09", 720, 0.669772, 0.664344, 0.516667, [0, 0, 348, 372]],
    ["2021-10", 744, 0.8335, 0.824291, 0.283602, [85, 0, 533, 126]],
    ["2021-11", 720, 0.731549, 0.870254, 0.566667, [20, 1, 311, 388]],
    ["2021-12", 744, 0.933917, 0.898273, 0.486559, [246, 0, 382, 116]],
    ["2022-01", 744, 0.869353, 0.851573, 0.49328, [322, 0, 377, 45]],
    ["2022-02", 672, 0.933453, 0.911054, 0.596726, [146, 3, 268, 255]],
    ["2022-03", 744, 0.704867, 0.829077, 0.606183, [15, 6, 287, 436]],
    ["2022-04", 720, 0.975394, 0.910661, 0.658333, [34, 0, 246, 440]],
    ["2022-05", 216, 0.950922, 0.939883, 0.759259, [53, 0, 52, 111]],
  ] as const)("%s", (name, n, auc, estimate, accuracy, counts) => {
    const month = monthOf(name);
    const confusion = confusionOf(month);
    expect(month.scores).toHaveLength(n);
    expect(rocAuc(month.scores, month.labels).value).toBeCloseTo(auc, 6);
    expect(estimateOf(month).rocAuc.value).toBeCloseTo(estimate, 6);
    expect(binaryMetrics(confusion).accuracy.value).toBeCloseTo(accuracy, 6);
    if (counts !== null) expect([confusion.tp, confusion.fp, confusion.fn, confusion.tn]).toEqual(counts);
  });

  test("the limit from the reference's months finds three bad ones, the estimate only one of them", () => {
    const realised = referenceMonths.map(({ scores, labels }) => rocAuc(scores, labels).value);
    const { lower } = referenceLimits(realised, { min: 0, max: 1 });
    expect(lower).toBeCloseTo(0.7083356126, 9);
    const { mean, deviation } = meanAndDeviation(realised.map((value) => value ?? Number.NaN));
    expect(mean).toBeCloseTo(0.8789640895, 9);
    expect(deviation).toBeCloseTo(0.056876159, 9);
    const below = (value: (month: Month) => number | null) =>
      analysisMonths.filter((month) => (value(month) ?? 1) < (lower ?? 0)).map(({ month }) => month);
    expect(below(({ scores, labels }) => rocAuc(scores, labels).value)).toEqual(["2021-08", "2021-09", "2022-03"]);
    expect(below((month) => estimateOf(month).rocAuc.value)).toEqual(["2021-09"]);
  });

  test("months without a positive prediction have no precision, and recall 0", () => {
    for (const name of ["2021-08", "2021-09"]) {
      const { precision, recall } = binaryMetrics(confusionOf(monthOf(name)));
      expect([precision.reason, recall.value]).toEqual(["no_positive_predictions", 0]);
    }
  });

  test("Hanley and McNeil's error of 2022-03", () => {
    expect(hanleyMcNeilError(0.704867, 302, 442)).toBeCloseTo(0.0198, 4);
  });
});

const sortedReference = Object.fromEntries(FEATURES.map((name) => [name, reference.numbers(name).sort()]));

describe("KS distance of each month to the whole reference", () => {
  test.each([
    ["Longitude", 0.712709, 3],
    ["Latitude", 0.672904, 1],
    ["HouseAge", 0.201638, 0],
    ["MedInc", 0.154952, 0],
    ["AveOccup", 0.14389, 0],
    ["AveRooms", 0.129277, 0],
    ["AveBedrms", 0.08914, 0],
    ["Population", 0.073562, 0],
  ] as const)("%s: mean %d, above the limit %d times", (name, mean, alerts) => {
    const distance = ({ features }: Month) =>
      kolmogorovSmirnov(sortedReference[name] ?? [], Float64Array.from(features[name] ?? []).sort()).value ?? Number.NaN;
    const all = allMonths.map(distance);
    expect(all.reduce((total, d) => total + d, 0) / all.length).toBeCloseTo(mean, 6);
    const { upper } = referenceLimits(referenceMonths.map(distance), { min: 0, max: 1 });
    expect(analysisMonths.map(distance).filter((d) => d > (upper ?? 1))).toHaveLength(alerts);
  });
});

describe("whole analysis against whole reference", () => {
  const sturgesEdges = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    const [low, high] = [Math.min(a[0] ?? 0, b[0] ?? 0), Math.max(a[a.length - 1] ?? 0, b[b.length - 1] ?? 0)];
    const bins = Math.ceil(Math.log2(a.length + b.length) + 1);
    return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + i * ((high - low) / bins)));
  };
  /** NannyML: Doane's equal-width bins on the reference, and one more for what lies outside. */
  const doaneCounts = (ref: Float64Array, values: Float64Array) => {
    const n = ref.length;
    const { mean, deviation } = meanAndDeviation(ref);
    const skew = ref.reduce((total, value) => total + ((value - (mean ?? 0)) / (deviation ?? 1)) ** 3, 0) / n;
    const width = 1 + Math.log2(n) + Math.log2(1 + Math.abs(skew) / Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3))));
    const bins = Math.ceil(width);
    const [low, high] = [ref[0] ?? 0, ref[n - 1] ?? 0];
    const edges = Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + i * ((high - low) / bins)));
    const within = countInBins(values, edges, "closed");
    return [...within, values.length - within.reduce((a, b) => a + b, 0)];
  };

  test.each([
    ["MedInc", 0.068746576, 0.036725153, 0.037860295, 0.06738836, 0.087237619, 0.304730336, 0.157537337],
    ["HouseAge", 0.08675369, 0.124126567, 0.081211997, 0.123538516, 0.149184894, 2.086359764, 0.178564821],
    ["AveRooms", 0.065304723, 0.014594152, 0.027076655, 0.044504492, 0.042945613, 0.195430016, 0.08276688],
    ["AveBedrms", 0.013950877, 0.002753088, 0.002512496, 0.02470641, 0.032841788, 0.014714079, 0.035204001],
    ["Population", 0.02111903, 0.002351378, 0.004355701, 0.019734731, 0.028880606, 52.588441373, 0.043411354],
    ["AveOccup", 0.083792247, 0.000012668, 0.055772256, 0.01123917, 0.099245959, 0.387773045, 0.235714105],
    ["Latitude", 0.507024179, 3.285193564, 3.754168843, 0.526752016, 0.699835828, 1.8722863, 1.124457995],
    ["Longitude", 0.512293689, 3.453519492, 5.151332134, 0.576302685, 0.749065501, 1.823509995, 1.243107242],
    ["y_pred_proba", 0.247824909, 0.386683306, 0.37537406, 0.2145659, 0.256842614, 0.172885638, 0.531324375],
  ] as const)("%s", (name, ks, psiSturges, psiDeciles, jsNat, jsDoane, w, wNormalized) => {
    const [ref, cur] = [reference.numbers(name).sort(), analysis.numbers(name).sort()];
    const binned = (edges: number[]) => [countInBins(ref, edges), countInBins(cur, edges)] as const;
    expect(kolmogorovSmirnov(ref, cur).value, "KS").toBeCloseTo(ks, 8);
    const distance = wasserstein(ref, cur);
    expect(distance.value, "Wasserstein").toBeCloseTo(w, 7);
    expect(normalizedWasserstein(distance, meanAndDeviation(ref).deviation).value, "Wasserstein / std").toBeCloseTo(wNormalized, 8);
    expect(populationStabilityIndex(...binned(quantileEdges(ref, 10))).value, "PSI, deciles").toBeCloseTo(psiDeciles, 8);
    const sturges = binned(sturgesEdges(ref, cur));
    expect(populationStabilityIndex(...sturges).value, "PSI, Sturges").toBeCloseTo(psiSturges, 8);
    expect(jensenShannonDistance(...sturges, { base: "nat" }).value, "JS, Sturges").toBeCloseTo(jsNat, 8);
    expect(jensenShannonDistance(doaneCounts(ref, ref), doaneCounts(ref, cur)).value, "JS, Doane").toBeCloseTo(jsDoane, 8);
  });
});
