import { describe, expect, test } from "vitest";
import type { EventRow } from "#lib/domain/events/event";
import { freezeSpec } from "#lib/domain/profile/freeze";
import { exampleQuestion, exampleRow } from "#lib/testing/example-question";
import { profileOf } from "#lib/testing/profile-windows";
import { buildDistribution } from "./distribution.ts";
import { buildDrift } from "./drift.ts";
import { buildExplainability } from "./explainability.ts";
import { buildOperations } from "./operations.ts";
import { buildQuality } from "./quality.ts";
import { buildRootCause } from "./root-cause.ts";

const model = {
  task: "binary" as const,
  decisionThreshold: 0.5,
  positiveLabel: 1,
  schema: {
    features: [
      { name: "income", type: "numeric" as const, slot: 0, expectations: { min: 0, missingAllowed: false } },
      { name: "purpose", type: "categorical" as const, slot: 1 },
    ],
    groups: [],
    segments: [{ name: "region", slot: 2 }],
    nextSlot: 3,
  },
};

const row = (index: number, rest: Partial<EventRow> = {}): EventRow =>
  exampleRow({
    score: (index % 10) / 10,
    label: index % 2 === 0 ? "1" : "0",
    cells: [index % 100, index % 3 === 0 ? "car" : "home", index % 2 === 0 ? "north" : "south"],
    attributions: { income: 0.2, purpose: 0.1 },
    latencyMs: 10,
    ...rest,
  });

const referenceRows = Array.from({ length: 1000 }, (_, index) => row(index));
const spec = freezeSpec({ model, rows: referenceRows, version: 1 });
const shifted = Array.from({ length: 400 }, (_, index) =>
  row(index, {
    cells: [
      index < 40 ? undefined : index < 60 ? 500 : index < 80 ? -1 : index < 100 ? { wrong: '"x"' } : index % 100,
      index % 4 === 0 ? "boat" : "home",
      "south",
    ],
    attributions: { income: 0.1, purpose: 0.3 },
    error: index === 0 ? "timeout" : null,
    latencyMs: index === 1 ? null : 20,
  }),
);
const start = Date.parse("2022-03-01");
const reference = { version: 1, rows: 1000, from: null, to: null, profile: profileOf(spec, referenceRows), limits: {} };
const question = exampleQuestion(model, {
  spec,
  size: "1d",
  reference,
  windows: [
    { start, end: start + 86_400_000, profile: profileOf(spec, shifted) },
    { start: start + 86_400_000, end: start + 2 * 86_400_000, profile: null },
  ],
});

describe("drift of columns of each type", () => {
  const features = buildDrift(question).windows[0]?.features ?? [];
  const of = (name: string) => features.find(({ feature }) => feature === name);

  test("numbers have ordered distances and no χ², categories the other way round", () => {
    expect(of("income")).toMatchObject({ chiSquare: { statistic: null }, reasons: { chiSquare: "not_categorical" }, rows: 340 });
    expect(of("income")?.ks).toBeGreaterThan(0);
    expect(of("purpose")).toMatchObject({ ks: null, wasserstein: null, drifted: true });
    expect(of("purpose")?.reasons).toMatchObject({ ks: "not_numeric", wasserstein: "not_numeric", normalizedWasserstein: "not_numeric" });
    expect(of("purpose")?.chiSquare.pValue).toBeLessThan(1e-6);
  });

  test("the limit knows both sample sizes", () => {
    const { practical, sampling, value } = of("income")?.threshold ?? {};
    expect(practical).toBe(0.2);
    expect(sampling).toBeCloseTo(21.666 * (1 / 1000 + 1 / 340), 4);
    expect(value).toBe(0.2);
  });

  test("an empty window has nulls with reasons", () => {
    const empty = buildDrift(question).windows[1];
    expect(empty).toMatchObject({ status: "no_data", driftedShare: null, reasons: { driftedShare: "no_rows" } });
    expect(empty?.features.every(({ psi, reasons }) => psi === null && reasons?.psi === "no_current_rows")).toBe(true);
  });

  test("without a reference nothing is compared", () => {
    const alone = buildDrift({ ...question, reference: null }).windows[0];
    expect(alone).toMatchObject({ driftedShare: null, reasons: { driftedShare: "no_reference" } });
  });

  test("the shares of a distribution add up to one on both sides", () => {
    for (const feature of ["income", "purpose", "@score"]) {
      const { bins } = buildDistribution(question, feature);
      for (const side of ["referenceShare", "currentShare"] as const)
        expect(bins.reduce((sum, bin) => sum + (bin[side] ?? 0), 0)).toBeCloseTo(1, 12);
    }
    expect(buildDistribution(question, "purpose").bins.map(({ label }) => label)).toEqual(["home", "car", "unseen"]);
    expect(() => buildDistribution(question, "age")).toThrow("It has income, purpose, @score, @prediction.");
  });
});

describe("data quality", () => {
  const [income, purpose] = buildQuality(question).windows[0]?.features ?? [];

  test("shares are of all rows, and missing is never unseen", () => {
    expect(income).toMatchObject({
      missingShare: 0.1,
      outOfRangeShare: 0.1,
      wrongTypeShare: 0.05,
      unexpectedShare: 0.05,
      unseenShare: null,
    });
    expect(purpose).toMatchObject({
      missingShare: 0,
      unseenShare: 0.25,
      outOfRangeShare: null,
      reasons: { outOfRangeShare: "not_numeric" },
    });
  });

  test("a broken expectation is critical and told in words", () => {
    expect(income?.broken).toEqual(["5 % of rows are outside the declared values or range.", "10 % of rows are missing it; none may."]);
    expect(buildQuality(question).windows[0]?.status).toBe("critical");
  });
});

test("operations count rows without a latency, and leave them out of it", () => {
  const [day, empty] = buildOperations(question).windows;
  expect(day).toMatchObject({ requests: 400, errors: 1, errorRate: 0.0025, throughput: 400 / 86_400 });
  expect(day?.latencyP95).toBeGreaterThan(19.8);
  expect(day?.latencyP95).toBeLessThan(20.2);
  expect(empty).toMatchObject({ requests: 0, errorRate: null, latencyP50: null, throughput: 0, reasons: { errorRate: "no_rows" } });
});

test("explainability ranks by mean absolute attribution and sees that the order turned", () => {
  const [day, empty] = buildExplainability(question).windows;
  expect(day?.features.map(({ feature, rank, referenceRank }) => [feature, rank, referenceRank])).toEqual([
    ["purpose", 1, 2],
    ["income", 2, 1],
  ]);
  expect(day?.ndcg).toBeCloseTo((0.1 + 0.2 / Math.log2(3)) / (0.2 + 0.1 / Math.log2(3)), 12);
  expect(empty).toMatchObject({ ndcg: null, reasons: { ndcg: "no_attributions" } });
});

test("root cause ranks features by weighted drift and segments by their part of the change", () => {
  const of = (rows: EventRow[], value: string) =>
    profileOf(
      spec,
      rows.filter(({ cells }) => cells[2] === value),
    );
  const found = buildRootCause({ ...question, windows: question.windows.slice(0, 1) }, [
    { name: "region", value: "north", current: null, reference: of(referenceRows, "north") },
    { name: "region", value: "south", current: of(shifted, "south"), reference: of(referenceRows, "south") },
  ]);
  expect(found.features[0]?.feature).toBe("purpose");
  expect(found.features.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
  expect(found.metric).toBe("accuracy");
  expect(found.segments.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(found.change ?? Number.NaN, 12);
});
