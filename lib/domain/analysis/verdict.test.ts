import { describe, expect, test } from "vitest";
import type { BreachAnswer } from "./answers/performance.ts";
import { type Evidence, type JudgedWindow, modelVerdict } from "./verdict.ts";

const estimate = (value: number | null) => ({ value, low: null, high: null });

const month = (start: string, rocAuc: number, rest: Partial<JudgedWindow> = {}): JudgedWindow => ({
  start: `${start}-01T00:00:00.000Z`,
  end: `${start}-28T00:00:00.000Z`,
  predictions: 744,
  labelled: 744,
  coverage: 1,
  status: "ok",
  complete: true,
  metrics: { rocAuc: estimate(rocAuc) },
  breaches: [],
  ...rest,
});

const below: BreachAnswer = { metric: "rocAuc", value: 0.7049, limit: 0.7083, side: "below", severity: "critical" };
const february = month("2022-02", 0.9334);
const march = month("2022-03", 0.7049, {
  status: "critical",
  breaches: [{ ...below, metric: "brier", value: 0.5, limit: 0.1, side: "above" }, below],
});

const verdict = (evidence: Partial<Evidence>) =>
  modelVerdict({
    model: { task: "binary", timeZone: "UTC", minimumRows: 200, minimumLabelCoverage: 0.5 },
    size: "1mo",
    performance: [],
    ...evidence,
  });

describe("the verdict on a model", () => {
  test("names the metric that speaks for the task, its limit and what it was before", () => {
    expect(verdict({ performance: [february, march] })).toMatchObject({
      verdict: "critical",
      headline: "ROC AUC is below its limit in March 2022",
      detail: "ROC AUC 0.705, limit ≥ 0.708, after 0.933 in February 2022. 1 more metric is outside its limit.",
      worst: { metric: "performance.rocAuc", value: 0.7049, limit: 0.7083, side: "below" },
    });
  });

  test("rests on the newest window that can be judged", () => {
    const april = month("2022-04", 0.9, { status: "pending", labelled: 81, coverage: 0.33 });
    expect(verdict({ performance: [february, march, april] }).verdict).toBe("critical");
    expect(verdict({ performance: [march, february, april] }).verdict).toBe("ok");
    expect(verdict({ performance: [month("2022-02", 0.9), april] }).detail).toBe(
      "ROC AUC 0.900 in February 2022. April 2022 cannot be judged yet.",
    );
  });

  test("is withheld while labels are due or too few", () => {
    expect(verdict({ performance: [month("2022-04", 0.9, { status: "pending", labelled: 81 })] })).toMatchObject({
      verdict: "pending",
      detail: "81 of 744 rows are labelled in April 2022.",
    });
    expect(verdict({ performance: [month("2022-04", 0.9, { status: "not_enough_data", labelled: 112 })] })).toMatchObject({
      verdict: "not_enough_data",
      detail: "112 of 200 labels needed. 112 of 744 rows are labelled in April 2022.",
    });
    expect(verdict({}).verdict).toBe("no_data");
  });

  test("shows the limit that a healthy metric keeps", () => {
    const limits = { rocAuc: { lower: 0.7083, upper: 1 } };
    expect(verdict({ performance: [february], limits })).toMatchObject({
      verdict: "ok",
      worst: { value: 0.9334, limit: 0.7083, side: "below" },
    });
    expect(verdict({ performance: [february] }).worst).toMatchObject({ limit: null, side: null });
  });

  test("warns of drift of half the columns, not of one", () => {
    const drift = { driftedShare: 0.6, driftedCount: 6, judgedCount: 10, worstFeature: "Longitude", status: "critical" } as const;
    expect(verdict({ performance: [february], drift })).toMatchObject({ verdict: "warning", headline: "6 of 10 columns drifted" });
    expect(verdict({ performance: [february], drift: { ...drift, driftedShare: 0.1 } }).verdict).toBe("ok");
    expect(verdict({ performance: [february], drift: { ...drift, status: "not_enough_data" } }).verdict).toBe("ok");
  });

  test("tells of groups without their names where they may not be seen", () => {
    const bias = { attribute: "sex", metric: "selectionRate", group: "Female", baseGroup: "Male", ratio: 0.298, hidden: false };
    expect(verdict({ performance: [february], bias })).toMatchObject({
      verdict: "warning",
      detail: "Selection rate of Female is 0.298 times that of Male, limit 0.800 to 1.250.",
      worst: { metric: "bias.selectionRateRatio", limit: 0.8, side: "below" },
    });
    expect(JSON.stringify(verdict({ performance: [february], bias: { ...bias, hidden: true } }))).not.toContain("Female");
  });

  test("an estimate may warn and never makes well", () => {
    const unlabelled = month("2022-04", 0.6, { labelled: 0, coverage: 0, status: "critical", breaches: [below] });
    const found = verdict({
      performance: [month("2022-04", 0, { status: "not_enough_data", labelled: 0, metrics: {} })],
      estimated: [unlabelled],
    });
    expect(found).toMatchObject({ verdict: "warning", headline: "Estimated: ROC AUC is below its limit in April 2022" });
    expect(verdict({ performance: [february, march], estimated: [month("2022-03", 0.9)] }).verdict).toBe("critical");
  });

  test("a broken expectation is critical", () => {
    expect(
      verdict({ performance: [february], quality: { feature: "income", broken: ["3 % of rows are missing it; none may."] } }),
    ).toMatchObject({
      verdict: "critical",
      headline: "income does not meet what is expected of it",
    });
  });
});
