import { describe, expect, test } from "vitest";
import { type KpiAnswer, KpiInput } from "#lib/domain/kpis/kpi";
import { blankKpi, bodyOfKpi, draftOfKpi, type KpiFormOptions, limitsSentence, namesOf, withModel } from "./kpi-draft.ts";

const options: KpiFormOptions = {
  kpis: [{ slug: "requests", name: "Requests" }],
  teams: [{ slug: "risk", name: "Risk" }],
  models: [
    {
      slug: "housing",
      name: "Housing",
      window: "1mo",
      metrics: [
        { name: "performance.rocAuc", label: "ROC AUC", needs: null, direction: "up" },
        { name: "drift.psi", label: "PSI", needs: "feature", direction: "down" },
      ],
      features: ["income"],
      attributes: [],
      versions: ["v1"],
    },
  ],
};

const stored = (query: KpiAnswer["query"], part: Partial<KpiAnswer> = {}): KpiAnswer => ({
  id: "1",
  slug: "k",
  name: "K",
  description: "d",
  unit: "%",
  direction: "down",
  owner: "Ada",
  window: "1d",
  target: 1,
  warning: 2,
  critical: 3,
  query,
  team: "risk",
  model: null,
  modelName: null,
  timeZone: "UTC",
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
  ...part,
});

describe("a stored KPI goes through its form unchanged", () => {
  const cases: { name: string; kpi: KpiAnswer }[] = [
    {
      name: "a metric of a model",
      kpi: stored({ kind: "model", model: "housing", metric: "drift.psi", feature: "income" }, { model: "housing" }),
    },
    { name: "pushed values", kpi: stored({ kind: "pushed", aggregate: "sum" }) },
    { name: "a formula", kpi: stored({ kind: "formula", expression: "a / b", inputs: { a: "requests", b: "requests" } }) },
    { name: "no limits", kpi: stored({ kind: "pushed", aggregate: "mean" }, { target: null, warning: null, critical: null, owner: null }) },
  ];
  test.each(cases)("$name", ({ kpi }) => {
    const { id: _, slug: __, modelName: ___, timeZone: ____, createdAt: _____, updatedAt: ______, ...sent } = kpi;
    expect(bodyOfKpi(draftOfKpi(kpi))).toEqual(sent);
  });
});

test("a new one starts with the first metric of the model and its window", () => {
  expect(blankKpi({}, options)).toMatchObject({
    kind: "model",
    model: "housing",
    metric: "performance.rocAuc",
    window: "1mo",
    direction: "up",
  });
  expect(blankKpi({ model: "housing", metric: "drift.psi" }, options)).toMatchObject({ metric: "drift.psi", direction: "down" });
});

test("without models it takes pushed values", () => {
  const draft = { ...blankKpi({}, { ...options, models: [] }), name: "K", slug: "k" };
  expect(draft.kind).toBe("pushed");
  expect(KpiInput.safeParse({ slug: draft.slug, ...bodyOfKpi(draft) }).error).toBeUndefined();
});

test("another model takes along only what it has", () => {
  expect(withModel("housing", "performance.mae", options)).toMatchObject({ metric: "performance.rocAuc", feature: "" });
});

test("the inputs of a formula are the names in it", () => {
  const draft = { ...blankKpi({}, options), kind: "formula" as const, expression: "a / b", inputs: { a: "requests", old: "requests" } };
  expect(namesOf(draft.expression)).toEqual(["a", "b"]);
  expect(namesOf("a /")).toEqual([]);
  expect(bodyOfKpi(draft).query).toEqual({ kind: "formula", expression: "a / b", inputs: { a: "requests" } });
});

test("a broken limit is sent as it was typed, for the server to refuse", () => {
  expect(bodyOfKpi({ ...blankKpi({}, options), target: "high" }).target).toBe("high");
});

test("limits are said as they will be applied", () => {
  const draft = { ...blankKpi({}, options), unit: "%", target: "75", warning: "72", critical: "70" };
  expect(limitsSentence(draft)).toBe("75 % or more is on target; below 72 % is a warning; below 70 % is critical.");
  expect(limitsSentence({ ...draft, direction: "down", warning: "", critical: "" })).toBe("75 % or less is on target.");
  expect(limitsSentence({ ...draft, target: "", warning: "", critical: "" })).toBe("");
});
