import { describe, expect, it } from "vitest";
import { attentionOf, byAttention, groupsByAttention, overviewHeadline, shownVerdict } from "./attention.ts";
import type { ModelRow } from "./model-row.ts";

const row = (name: string, change: Partial<ModelRow> = {}): ModelRow => ({
  id: name,
  slug: name.toLowerCase(),
  name,
  team: "risk",
  teamName: "Risk",
  task: "binary",
  criticality: "medium",
  champion: "v1",
  window: "1mo",
  timeZone: "UTC",
  verdict: "ok",
  headline: "Within its limits",
  detail: "",
  worst: null,
  volume: { rows: [], perDay: null },
  drift: null,
  labelCoverage: null,
  labels: null,
  incidents: { open: 0, worst: null, number: null },
  lastData: null,
  hasReference: true,
  ...change,
});
const open = (worst: "warning" | "critical") => ({ open: 1, worst, number: 7 });

describe("attention", () => {
  it.each([
    ["critical", null, "attention"],
    ["warning", null, "attention"],
    ["ok", "warning", "attention"],
    ["no_data", "critical", "attention"],
    ["pending", null, "unknown"],
    ["not_enough_data", null, "unknown"],
    ["ok", null, "healthy"],
  ] as const)("a model that is %s with %s open belongs to %s", (verdict, worst, group) => {
    expect(attentionOf(row("m", { verdict, ...(worst ? { incidents: open(worst) } : {}) }))).toBe(group);
  });

  it("says that it is the incident where the measured windows are fine", () => {
    expect(shownVerdict(row("m", { incidents: open("warning") }))).toEqual({ kind: "warning", word: "Incident open" });
    expect(shownVerdict(row("m", { verdict: "critical", incidents: open("warning") }))).toEqual({ kind: "critical" });
  });

  it("orders by severity, then by what depends on it, then by name", () => {
    const rows = [
      row("Zebra", { verdict: "critical" }),
      row("Apple", { verdict: "critical" }),
      row("Crucial", { verdict: "critical", criticality: "critical" }),
      row("Fine"),
      row("Mild", { verdict: "warning", criticality: "critical" }),
      row("Young", { verdict: "pending" }),
    ];
    expect(rows.sort(byAttention).map(({ name }) => name)).toEqual(["Crucial", "Apple", "Zebra", "Mild", "Young", "Fine"]);
  });

  it("leaves out groups without a model", () => {
    expect(groupsByAttention([row("a"), row("b", { verdict: "warning" })]).map(({ group }) => group)).toEqual(["attention", "healthy"]);
  });
});

describe("overviewHeadline", () => {
  it("names how many and which first", () => {
    const rows = [
      row("California housing", { verdict: "critical", headline: "ROC AUC is below its limit in March 2022" }),
      row("Adult income", { verdict: "warning", headline: "Groups of sex are treated differently" }),
      row("Loan default", { verdict: "not_enough_data" }),
      row("Churn"),
    ];
    expect(overviewHeadline(rows)).toEqual({
      title: "2 of 4 models need attention",
      sentence:
        "Look first at California housing: ROC AUC is below its limit in March 2022. One model has too few labels or rows to judge.",
    });
  });
  it.each([
    [[], "No models yet"],
    [[row("a")], "The model is healthy"],
    [[row("a"), row("b")], "All 2 models are healthy"],
    [[row("a"), row("b", { verdict: "pending" })], "No model needs attention"],
    [[row("b", { verdict: "no_data" })], "1 model, none judged yet"],
    [[row("a", { verdict: "warning" })], "1 of 1 model needs attention"],
  ])("has words for every mix", (rows, title) => {
    expect(overviewHeadline(rows).title).toBe(title);
  });
});
