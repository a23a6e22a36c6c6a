import { describe, expect, test } from "vitest";
import type { EventRow } from "#lib/domain/events/event";
import { kolmogorovSmirnov } from "#lib/domain/stats/kolmogorov-smirnov";
import { populationStabilityIndex } from "#lib/domain/stats/population-stability-index";
import { rocAucFromScoreCounts } from "#lib/domain/stats/roc-auc";
import { windowStart } from "#lib/domain/time/window";
import { californiaFeatures, californiaModel, californiaRows } from "#lib/testing/california-rows";
import { columnMoments } from "./column-moments.ts";
import { compileSpec } from "./compiled-spec.ts";
import { addRow } from "./counting.ts";
import { pooledCounts } from "./deciles.ts";
import { emptyProfile } from "./empty-profile.ts";
import { freezeSpec } from "./freeze.ts";
import { noKnownValues, openRegistry } from "./known-values.ts";
import { mergeInto } from "./merge.ts";
import { columnKs, columnWasserstein } from "./number-distances.ts";
import { binaryConfusion, scoreBinCounts } from "./outcome-counts.ts";
import type { Profile } from "./profile.ts";

const [referenceRows, analysisRows] = [californiaRows("reference"), californiaRows("analysis")];
const spec = freezeSpec({ model: californiaModel, rows: referenceRows, version: 1 });
const compiled = compileSpec(spec);
const reference = count(referenceRows);
const months = byMonth([...referenceRows, ...analysisRows]);
const analysis = emptyProfile(spec);
for (const [month, rows] of months) if (month >= "2021-06") mergeInto(analysis, count(rows));

function count(rows: EventRow[]): Profile {
  const [profile, known] = [emptyProfile(spec), openRegistry(noKnownValues)];
  for (const row of rows) addRow(profile, compiled, known, row);
  return profile;
}

function byMonth(rows: EventRow[]): Map<string, EventRow[]> {
  return Map.groupBy(rows, (row) => new Date(windowStart(row.atMicros / 1000, "1mo", "UTC")).toISOString().slice(0, 7));
}

function column(name: string, of: Profile) {
  const index = spec.columns.findIndex((candidate) => candidate.name === name);
  const [found, before, after] = [spec.columns[index], reference.columns[index], of.columns[index]];
  if (!found || !before || !after) throw new Error(`no column ${name}`);
  return { index, spec: found, before, after };
}

/** KS D, PSI on reference deciles, Wasserstein and Wasserstein / std, as published or recomputed from the rows. */
const published = [
  ["MedInc", 0.068746576, 0.037860295, 0.304730336, 0.157537337],
  ["HouseAge", 0.08675369, 0.081211997, 2.086359764, 0.178564821],
  ["AveRooms", 0.065304723, 0.027076655, 0.195430016, 0.08276688],
  ["AveBedrms", 0.013950877, 0.002512496, 0.014714079, 0.035204001],
  ["Population", 0.02111903, 0.004355701, 52.588441373, 0.043411354],
  ["AveOccup", 0.083792247, 0.055772256, 0.387773045, 0.235714105],
  ["Latitude", 0.507024179, 3.754168843, 1.8722863, 1.124457995],
  ["Longitude", 0.512293689, 5.151332134, 1.823509995, 1.243107242],
  ["@score", 0.247824909, 0.37537406, 0.172885638, 0.531324375],
] as const;

describe("Profiles of the California housing data, all of the analysis against the reference", () => {
  test.each(published)("%s: KS within .013, PSI within .1 %%, Wasserstein within 6 %%", (name, ks, psi, wasserstein, normalized) => {
    const { index, spec: of, before, after } = column(name, analysis);
    const distance = columnKs(of.layout, before, after);
    expect(Math.abs((distance?.value ?? Number.NaN) - ks)).toBeLessThan(0.013);
    expect((distance?.value ?? Number.NaN) + (distance?.error ?? Number.NaN)).toBeGreaterThanOrEqual(ks - 1e-9);
    const { reference: expected, current } = pooledCounts(of.layout, before, after);
    expect(expected).toHaveLength(10);
    expect(Math.abs((populationStabilityIndex(expected, current).value ?? Number.NaN) / psi - 1)).toBeLessThan(0.001);
    const moved = columnWasserstein(of.layout, before, after)?.value ?? Number.NaN;
    expect(Math.abs(moved / wasserstein - 1)).toBeLessThan(0.06);
    expect(columnMoments(reference, index, of).deviation).toBeCloseTo(wasserstein / normalized, 4);
  });
});

describe("by month", () => {
  test.each([
    ["Longitude", 0.712709],
    ["Latitude", 0.672904],
    ["HouseAge", 0.201638],
    ["MedInc", 0.154952],
    ["AveOccup", 0.14389],
    ["AveRooms", 0.129277],
    ["AveBedrms", 0.08914],
    ["Population", 0.073562],
  ] as const)("the mean KS distance of %s is the published %d within .006, each month within .013", (name, mean) => {
    const slot = californiaFeatures.indexOf(name);
    const sorted = (rows: EventRow[]) => Float64Array.from(rows, ({ cells }) => Number(cells[slot])).sort();
    const all = sorted(referenceRows);
    const distances = [...months.values()].map((rows) => {
      const { spec: of, before, after } = column(name, count(rows));
      const binned = columnKs(of.layout, before, after)?.value ?? Number.NaN;
      expect(Math.abs(binned - (kolmogorovSmirnov(all, sorted(rows)).value ?? Number.NaN))).toBeLessThan(0.013);
      return binned;
    });
    expect(distances).toHaveLength(20);
    expect(Math.abs(distances.reduce((total, value) => total + value, 0) / 20 - mean)).toBeLessThan(0.006);
  });

  test.each([
    ["2020-10", 0.910567, null],
    ["2021-06", 0.884175, [21, 6, 104, 589]],
    ["2021-08", 0.704325, [0, 0, 327, 417]],
    ["2021-09", 0.669772, [0, 0, 348, 372]],
    ["2021-12", 0.933917, [246, 0, 382, 116]],
    ["2022-03", 0.704867, [15, 6, 287, 436]],
    ["2022-05", 0.950922, [53, 0, 52, 111]],
  ])("%s: ROC AUC from score bins is the realised %d, confusion exactly the published one", (month, auc, cells) => {
    const { outcome } = count(months.get(month) ?? []);
    if (outcome.kind !== "binary") throw new Error(outcome.kind);
    const { positives, negatives } = scoreBinCounts(outcome);
    expect(Math.abs((rocAucFromScoreCounts(positives, negatives).value ?? Number.NaN) - auc)).toBeLessThan(0.00001);
    const { tp, fp, fn, tn } = binaryConfusion(outcome);
    if (cells !== null) expect([tp, fp, fn, tn]).toEqual(cells);
  });
});
