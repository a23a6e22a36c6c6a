import { describe, expect, test } from "vitest";
import type { BrokenThing, KpiSummary } from "#lib/domain/kpis/kpi-summary";
import { changeText, figureOf, kpiHeadline, kpiMark, plainSentence, rangeSummary, statusAt, targetText } from "./kpi-words.ts";

const incident = { id: "i", number: 1, severity: "critical" };
const kpi = (part: Partial<KpiSummary>): KpiSummary => ({
  id: "k",
  slug: "k",
  name: "K",
  description: "",
  unit: "",
  direction: "up",
  model: null,
  modelName: null,
  owner: null,
  window: "1d",
  timeZone: "UTC",
  target: 1,
  warning: null,
  critical: null,
  value: 1,
  reason: null,
  labels: {},
  time: null,
  status: "ok",
  targetMet: true,
  sentence: "",
  trend: [],
  change: null,
  openIncident: null,
  ...part,
});
const missed = (openIncident: KpiSummary["openIncident"]) => kpi({ targetMet: false, status: "critical", openIncident });
const broken = (state: BrokenThing["state"]): BrokenThing => ({
  id: "b",
  number: 1,
  title: "t",
  severity: "critical",
  state,
  kpi: null,
  model: null,
  modelName: null,
  noticedAt: "2026-01-01T00:00:00Z",
  fixedAt: null,
  lastedSeconds: 1,
});

describe("the first lines of the page", () => {
  const cases: { name: string; page: Parameters<typeof kpiHeadline>[0]; title: string; sentence: string }[] = [
    {
      name: "both missed targets are worked on",
      page: { sentence: "2 of 4 targets are missed.", items: [missed(incident), missed(incident), kpi({})], broken: [broken("open")] },
      title: "2 of 4 targets are missed",
      sentence: "Both have an open incident.",
    },
    {
      name: "one of three is worked on",
      page: { sentence: "3 of 4 targets are missed.", items: [missed(incident), missed(null), missed(null)], broken: [] },
      title: "3 of 4 targets are missed",
      sentence: "1 of them has an open incident.",
    },
    {
      name: "nobody works on it",
      page: { sentence: "1 of 4 targets is missed. 1 cannot be judged yet.", items: [missed(null)], broken: [] },
      title: "1 of 4 targets is missed",
      sentence: "No incident is open for it. 1 cannot be judged yet.",
    },
    {
      name: "all are met",
      page: { sentence: "All 4 targets are met.", items: [kpi({})], broken: [broken("fixed")] },
      title: "All 4 targets are met",
      sentence: "No incident is open.",
    },
    { name: "there is none", page: { sentence: "No target is set.", items: [], broken: [] }, title: "No target is set", sentence: "" },
  ];
  test.each(cases)("say when $name", ({ page, title, sentence }) => {
    expect(kpiHeadline(page)).toEqual({ title, sentence });
  });
});

describe("a KPI below its name", () => {
  const of = (description: string, sentence = "Homes are ranked is 70, below its target of 75.") =>
    Object.values(plainSentence({ name: "Homes are ranked", description, sentence }))
      .filter(Boolean)
      .join(" ");

  test.each([
    ["", "It is 70, below its target of 75."],
    ["Of 100 **pairs** 70 are in order. More below.", "Of 100 pairs 70 are in order. It is 70, below its target of 75."],
    ["The share of pairs\n\n## More", "The share of pairs. It is 70, below its target of 75."],
    ["x".repeat(200), "It is 70, below its target of 75."],
  ])("with the description %j", (description, sentence) => {
    expect(of(description)).toBe(sentence);
  });

  test("keeps the labels of the series that speaks", () => {
    expect(of("", "Homes are ranked (region NE) has no value: no data has arrived.")).toBe(
      "It (region NE) has no value: no data has arrived.",
    );
  });
});

test("a range is summed up against the limits of today", () => {
  const limits = { target: 75, warning: null, critical: 70, direction: "up" } as const;
  expect(rangeSummary([80, null, 72, 60], limits)).toBe("3 of 4 windows have a value; 2 of them break the target or a limit of today.");
  expect(rangeSummary([80, 90], limits)).toBe("2 of 2 windows have a value; none of them breaks the target or a limit of today.");
  expect(rangeSummary([80], { ...limits, target: null, critical: null })).toBe("1 of 1 windows has a value.");
});

test("a figure has its unit apart, but for percent", () => {
  expect(figureOf(70.25, "of 100")).toEqual({ figure: "70.25", unit: "of 100" });
  expect(figureOf(61, "%")).toEqual({ figure: "61\u202f%", unit: "" });
  expect(figureOf(null, "%")).toEqual({ figure: "–", unit: "" });
});

test("a target says which way is good", () => {
  expect(targetText({ target: 14, unit: "bikes", direction: "down" })).toBe("Target at most 14 bikes");
  expect(targetText({ target: 60, unit: "%", direction: "up" })).toBe("Target at least 60\u202f%");
  expect(targetText({ target: null, unit: "%", direction: "up" })).toBeNull();
});

test("a change says since when, as exactly as its windows are long", () => {
  const since = "2022-02-01T00:00:00Z";
  expect(changeText({ change: { by: -23, since }, window: "1mo", timeZone: "UTC" })).toBe("−23 since Feb 2022");
  expect(changeText({ change: { by: 0, since }, window: "1d", timeZone: "UTC" })).toBe("unchanged since 1 Feb 2022");
  expect(changeText({ change: null, window: "1d", timeZone: "UTC" })).toBeNull();
});

test("without limits there is no verdict", () => {
  expect(kpiMark({ status: "no_limits", targetMet: null })).toBeNull();
  expect(kpiMark({ status: "warning", targetMet: true })?.word).toBe("Close to the limit");
});

test("a value of the past is held against the limits of today", () => {
  const limits = { target: 0.8, warning: 0.75, critical: 0.7, direction: "up" } as const;
  expect([null, 0.69, 0.7, 0.77, 0.8].map((value) => statusAt(value, limits))).toEqual(["no_data", "critical", "warning", "warning", "ok"]);
});
