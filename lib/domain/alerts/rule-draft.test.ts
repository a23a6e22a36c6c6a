import { expect, test } from "vitest";
import { AlertRuleInput } from "./rule.ts";
import { blankDraft, bodyOf, draftOf, type RuleFormOptions } from "./rule-draft.ts";

const options: RuleFormOptions = {
  kpis: [{ slug: "auc", name: "AUC" }],
  models: [
    {
      slug: "m",
      name: "M",
      minimumRows: 200,
      criticality: "medium",
      metrics: [{ name: "regression.mae", label: "Mean absolute error", needs: null, direction: "down" }],
      features: [],
      attributes: [],
      versions: [],
    },
  ],
};

const rule = AlertRuleInput.parse({
  name: "Outside",
  query: { kind: "model", model: "m", metric: "performance.rocAuc", feature: "x" },
  condition: { operator: "outside", critical: [0.1, 0.9], warning: [0.2, 0.8] },
  for: "5m",
  minimumSamples: 50,
  labels: { team: "risk" },
  annotations: { summary: "look", owner: "kept" },
});

test("a rule that goes through the form unchanged stays the same rule", () => {
  expect(AlertRuleInput.parse(bodyOf(draftOf(rule)))).toEqual(rule);
});

test("a new rule watches what the address names and fires on the bad side", () => {
  expect(blankDraft({ model: "m" }, options)).toMatchObject({ watch: "model", metric: "regression.mae", operator: "above" });
  expect(blankDraft({ kpi: "auc" }, options)).toMatchObject({ watch: "kpi", kpi: "auc" });
});

test("a model of little consequence starts with warnings, an important one with critical alerts", () => {
  expect(blankDraft({ model: "m" }, options).severity).toBe("warning");
  const [model] = options.models;
  const important = { ...options, models: model ? [{ ...model, criticality: "critical" as const }] : [] };
  expect(blankDraft({ model: "m" }, important).severity).toBe("critical");
});

test("an empty limit is left out instead of being sent as 0", () => {
  expect(bodyOf({ ...blankDraft({ model: "m" }, options), critical: "1", warning: "" }).condition).toEqual({
    operator: "above",
    critical: 1,
  });
});
