import { describe, expect, test } from "vitest";
import { AlertRuleInput } from "./rule.ts";
import { ruleHash } from "./rule-hash.ts";

const minimal = { name: "AUC below limit", query: { kind: "kpi", kpi: "auc" }, condition: { operator: "below", critical: 0.7083 } };
const faults = (input: unknown) =>
  AlertRuleInput.safeParse(input).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("AlertRuleInput", () => {
  test("fills in what is left out", () => {
    expect(AlertRuleInput.parse(minimal)).toEqual({
      ...minimal,
      interval: "1m",
      for: "0s",
      keepFiringFor: "0s",
      noData: "no_data",
      noDataFor: "0s",
      onError: "error",
      onErrorFor: "0s",
      missingSeriesEvaluations: 2,
      newSeriesGrace: "0s",
      severity: "critical",
      labels: {},
      annotations: {},
      channels: [],
      enabled: true,
    });
  });

  test("takes the example of the documentation as it is, and what it answers", () => {
    const example = {
      ...minimal,
      condition: { operator: "below", critical: 0.7083, warning: 0.75, recovery: 0.72 },
      interval: "1m",
      for: "0s",
      keepFiringFor: "0s",
      noData: "no_data",
      noDataFor: "0s",
      onError: "error",
      missingSeriesEvaluations: 2,
      minimumSamples: 200,
      severity: "critical",
      labels: { team: "risk" },
      annotations: { summary: "…", runbookUrl: "…" },
      channels: ["on-call"],
      enabled: true,
    };
    const rule = AlertRuleInput.parse(example);
    expect(rule).toMatchObject(example);
    expect(AlertRuleInput.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  });

  test("watches a metric of a model", () => {
    const query = { kind: "model", model: "credit-risk", metric: "drift.psi", feature: "income", segment: "region=NE" };
    expect(AlertRuleInput.parse({ ...minimal, query }).query).toEqual(query);
  });

  test.each([
    [{ interval: "4s" }, "interval: The shortest interval is 5s. Write that or more."],
    [{ interval: "often" }, "interval: Write a duration such as 90s, 5m, 1h, 7d or P7D."],
    [{ name: " " }, "name: Give the rule a name."],
    [{ noData: "nodata" }, "noData: Write one of no_data, alert, ok, keep."],
    [{ onError: "no_data" }, "onError: Write one of error, alert, ok, keep."],
    [{ missingSeriesEvaluations: 0 }, "missingSeriesEvaluations: Write 1 or more evaluations."],
    [{ query: { kind: "prometheus", source: "s", expr: "up" } }, 'query.kind: Write {"kind":"kpi",…} or {"kind":"model",…}.'],
    [
      { query: { kind: "model", model: "m", metric: "psi" } },
      "query.metric: Write a metric with its page, such as performance.rocAuc or drift.psi.",
    ],
    [{ query: { kind: "kpi", kpi: "auc", window: "1h" } }, 'query: Unrecognized key: "window"'],
    [
      { condition: { operator: "anomaly" } },
      "condition.operator: anomaly is not available yet. Use above, below, outside, inside, equal, change or changePercent.",
    ],
  ])("refuses %o and says what to do", (part, fault) => {
    expect(faults({ ...minimal, ...part })).toEqual([fault]);
  });
});

describe("ruleHash", () => {
  const hash = (part: object) => ruleHash(AlertRuleInput.parse({ ...minimal, ...part }));

  test("is 64 bits of FNV-1a over what the rule means", () => {
    expect(hash({})).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    { name: "Other words" },
    { annotations: { summary: "x" } },
    { labels: { team: "risk" } },
    { channels: ["on-call"] },
    { severity: "warning" },
    { interval: "5m" },
    { enabled: false },
    { for: "PT0S" },
    { condition: { critical: 0.7083, operator: "below" } },
  ])("stays for %o", (part) => {
    expect(hash(part)).toBe(hash({}));
  });

  test.each([
    { query: { kind: "kpi", kpi: "auc2" } },
    { condition: { operator: "below", critical: 0.7084 } },
    { condition: { operator: "above", critical: 0.7083 } },
    { condition: { operator: "below", critical: 0.7083, recovery: 0.8 } },
    { for: "5m" },
    { keepFiringFor: "5m" },
    { noData: "keep" },
    { onErrorFor: "1h" },
    { minimumSamples: 200 },
  ])("changes for %o", (part) => {
    expect(hash(part)).not.toBe(hash({}));
  });
});
